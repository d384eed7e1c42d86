/*---
grain = "one row per count of contacts and whether participants have a mentor: means of participants' own counts"
---*/
-- Completed audits of which it is known whether the participant has a mentor. External contacts are
-- counted where somebody's affiliation is known, strategic ones where somebody's purposes are; both
-- are 0 where nobody was named.
WITH person AS (
    SELECT
        p.has_mentor,
        n.n AS contacts,
        CASE WHEN n.n = 0 OR c.internal + c.external > 0 THEN c.external END AS external,
        CASE WHEN n.n = 0 OR s.answered > 0 THEN s.contacts END AS strategic
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    INNER JOIN contact_summary AS c ON a.audit_id = c.audit_id
    INNER JOIN purpose_count AS s ON a.audit_id = s.audit_id AND s.purpose = 'strategic'
    WHERE a.is_completed AND p.has_mentor IS NOT NULL
),

answer AS (
    UNPIVOT person
    ON contacts, external, strategic
    INTO NAME counted VALUE number
)

SELECT
    counted,
    has_mentor,
    count(*) AS participants,
    avg(number) AS mean,
    count(*) FILTER (WHERE number > 0) AS with_any
FROM answer
GROUP BY counted, has_mentor
ORDER BY counted ASC, has_mentor DESC
