/*---
grain = "one row per purpose at one wave: who serves it, and where they work"
---*/
-- nobody, one and several count participants by how many of their contacts serve the purpose; where
-- answers are missing there may be more. Means are over participants.
WITH person AS (
    SELECT
        p.purpose,
        p.answered,
        p.contacts,
        p.placed,
        p.internal,
        n.n - p.answered AS unanswered
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN purpose_count AS p ON a.audit_id = p.audit_id
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    WHERE n.n > 0
)

SELECT
    purpose,
    count(*) FILTER (WHERE answered > 0) AS participants,
    count(*) FILTER (WHERE answered = 0) AS unanswered_participants,
    CAST(sum(unanswered) AS INTEGER) AS unanswered_contacts,
    CAST(sum(contacts) AS INTEGER) AS contacts,
    avg(contacts / nullif(answered, 0)) AS mean_share,
    count(*) FILTER (WHERE placed > 0) AS placed_participants,
    CAST(sum(placed) AS INTEGER) AS placed_contacts,
    avg(internal / nullif(placed, 0)) AS mean_internal,
    count(*) FILTER (WHERE answered > 0 AND contacts = 0) AS nobody,
    count(*) FILTER (WHERE contacts = 1) AS one,
    count(*) FILTER (WHERE contacts > 1) AS several
FROM person
GROUP BY purpose
ORDER BY list_position(['operational', 'personal', 'strategic'], purpose)
