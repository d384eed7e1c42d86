/*---
grain = "one row per audit and attribute: how its core contacts spread over the categories"
needs = ["answer_count", "attribute_kind", "audit", "contact_summary"]
---*/
-- Affiliation is taken as internal against external. differing_pairs counts the pairs of contacts
-- in different categories, from which every index of diversity but the entropy follows. The
-- entropy, -sum(p ln p), is written with counts; where all contacts are in one category rounding
-- may leave a rest below zero.
WITH category_count AS (
    SELECT
        audit_id,
        attribute,
        contacts
    FROM answer_count
    WHERE is_known AND attribute <> 'affiliation'
    UNION ALL
    SELECT
        audit_id,
        'affiliation' AS attribute,
        unnest([internal, external]) AS contacts
    FROM contact_summary
),

spread AS (
    SELECT
        audit_id,
        attribute,
        sum(contacts) AS known,
        sum(contacts * contacts) AS squares,
        ln(sum(contacts)) - sum(contacts * ln(contacts)) / sum(contacts) AS entropy
    FROM category_count
    WHERE contacts > 0
    GROUP BY audit_id, attribute
)

SELECT
    a.audit_id,
    k.attribute,
    k.categories,
    CAST(coalesce(s.known, 0) AS INTEGER) AS known,
    CAST(coalesce((s.known * s.known - s.squares) // 2, 0) AS INTEGER) AS differing_pairs,
    greatest(s.entropy, 0) AS entropy
FROM audit AS a
CROSS JOIN attribute_kind AS k
LEFT JOIN spread AS s ON a.audit_id = s.audit_id AND k.attribute = s.attribute
WHERE k.has_mix
ORDER BY a.audit_id, k.attribute
