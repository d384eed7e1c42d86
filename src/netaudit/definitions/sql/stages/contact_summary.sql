/*---
grain = "one row per audit: what its core contacts are, counted over those with an answer"
needs = ["audit", "core_contact"]
---*/
-- dated: it is known since when, or from where, the contact is known; one of the two is enough.
WITH described AS (
    SELECT
        audit_id,
        contact_no,
        is_internal,
        closeness,
        years_known,
        years_known < 1 OR first_known = 'this_programme' AS is_new,
        years_known IS NOT NULL OR coalesce(first_known, 'unknown') <> 'unknown' AS is_dated,
        last_contact_days,
        nullif(support_direction, 'unknown') AS support_direction
    FROM core_contact
)

SELECT
    a.audit_id,
    count(c.contact_no) AS contacts,
    count(*) FILTER (WHERE c.is_internal) AS internal,
    count(*) FILTER (WHERE NOT c.is_internal) AS external,
    count(c.closeness) AS closeness_known,
    avg(c.closeness) AS closeness_mean,
    count(*) FILTER (WHERE c.closeness <= 2) AS weak,
    count(c.years_known) AS years_known,
    median(c.years_known) AS years_known_median,
    count(*) FILTER (WHERE c.years_known >= 5) AS long_known,
    count(*) FILTER (WHERE c.is_dated) AS dated,
    count(*) FILTER (WHERE c.is_new) AS new,
    count(c.last_contact_days) AS last_contact_known,
    median(c.last_contact_days) AS last_contact_median_days,
    count(*) FILTER (WHERE c.last_contact_days <= 30) AS recent,
    count(c.support_direction) AS support_known,
    count(*) FILTER (WHERE c.support_direction = 'both') AS reciprocal
FROM audit AS a
LEFT JOIN described AS c ON a.audit_id = c.audit_id
GROUP BY a.audit_id
ORDER BY a.audit_id
