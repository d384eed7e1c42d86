/*---
grain = "one row per audit and attribute on which contacts can be the same as the participant"
needs = ["audit", "network", "contact_answer", "attribute_kind"]
---*/
-- Function and sector are compared with the participant's own; without it they cannot be used and
-- n_same is NULL. The other attributes were asked relative to the participant.
WITH own_code AS (
    SELECT
        a.audit_id,
        k.attribute,
        CASE k.attribute
            WHEN 'function' THEN p.function
            WHEN 'sector' THEN p.sector
        END AS code
    FROM audit AS a
    INNER JOIN participants AS p ON a.participant_id = p.participant_id
    CROSS JOIN attribute_kind AS k
    WHERE k.has_similarity
),

comparison AS (
    SELECT
        audit_id,
        attribute,
        code,
        attribute NOT IN ('function', 'sector')
        OR coalesce(code NOT IN ('unknown', 'not_applicable'), FALSE) AS is_usable
    FROM own_code
),

counted AS (
    SELECT
        c.audit_id,
        c.attribute,
        c.is_usable,
        count(*) FILTER (WHERE NOT w.is_applicable) AS n_outside,
        count(*) FILTER (WHERE w.is_known) AS n_known,
        count(*) FILTER (
            WHERE
            CASE c.attribute
                WHEN 'seniority' THEN w.category = 'same_level'
                WHEN 'distance' THEN w.category IN ('same_site', 'same_city_region')
                WHEN 'age' THEN w.category = 'within_10'
                WHEN 'gender' THEN w.category = 'same'
                WHEN 'ethnicity' THEN w.category = 'same'
                ELSE w.category = c.code
            END
        ) AS n_same
    FROM comparison AS c
    LEFT JOIN contact_answer AS w ON c.audit_id = w.audit_id AND c.attribute = w.attribute
    GROUP BY c.audit_id, c.attribute, c.is_usable
)

SELECT
    c.audit_id,
    c.attribute,
    CAST(coalesce(n.n, 0) - c.n_outside AS INTEGER) AS n_applicable,
    CAST(c.n_known AS INTEGER) AS n_known,
    CAST(CASE WHEN c.is_usable THEN c.n_same END AS INTEGER) AS n_same,
    c.is_usable
FROM counted AS c
INNER JOIN network AS n ON c.audit_id = n.audit_id
ORDER BY c.audit_id, c.attribute
