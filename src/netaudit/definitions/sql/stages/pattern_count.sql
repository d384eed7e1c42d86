/*---
grain = "one row per audit: the contacts and pairs that meet each pattern's conditions, and those not known"
needs = ["audit", "core_contact", "network"]
---*/
-- A contact belongs to the past when known for five years or longer, or first met in an earlier role
-- or in education; either answer settles it. An answer of not_sure is not known.
WITH answered AS (
    SELECT
        audit_id,
        contact_no,
        is_internal,
        CASE
            WHEN years_known IS NOT NULL OR coalesce(first_known, 'unknown') <> 'unknown'
                THEN
                    coalesce(years_known >= 5, FALSE)
                    OR coalesce(first_known IN ('previous_role', 'education'), FALSE)
        END AS is_past,
        nullif(future_relevance, 'not_sure') = 'yes' AS is_future,
        nullif(sees_different, 'not_sure') = 'no' AS is_fixed
    FROM core_contact
)

SELECT
    n.audit_id,
    n.n,
    a.contacts_status = 'partial' AS is_partial,
    count(*) FILTER (WHERE c.is_internal) AS internal,
    count(c.contact_no) - count(c.is_internal) AS internal_unknown,
    count(*) FILTER (WHERE c.is_past) AS past,
    count(c.contact_no) - count(c.is_past) AS past_unknown,
    count(*) FILTER (WHERE c.is_future) AS future,
    count(c.contact_no) - count(c.is_future) AS future_unknown,
    count(*) FILTER (WHERE c.is_fixed) AS fixed,
    count(c.contact_no) - count(c.is_fixed) AS fixed_unknown,
    n.pairs,
    coalesce(n.ties, 0) AS tied,
    n.unknown_pairs AS tied_unknown
FROM network AS n
INNER JOIN audit AS a ON n.audit_id = a.audit_id
LEFT JOIN answered AS c ON n.audit_id = c.audit_id
GROUP BY ALL
ORDER BY n.audit_id
