/*---
grain = "one row per core contact who was not on the list at the participant's previous completed wave"
needs = ["audit", "carried_over", "core_contact", "mentoring_open", "mentoring_portfolio", "tie_pair"]
---*/
-- came_by is NULL where it is not known how they met. knows_mentor: tied to another core contact who
-- mentors the participant; NULL without such a contact (mentors_listed is 0 then) and where no tie is
-- known and one may be. is_mentor is NULL where mentoring was not answered.
WITH added AS (
    SELECT
        c.audit_id,
        c.contact_no,
        c.contact_id,
        nullif(c.first_known, 'unknown') AS came_by
    FROM carried_over AS p
    INNER JOIN core_contact AS c ON p.audit_id = c.audit_id
    ANTI JOIN core_contact AS b ON p.previous_id = b.audit_id AND c.contact_id = b.contact_id
),

mentor AS (
    SELECT DISTINCT
        c.audit_id,
        c.contact_no
    FROM mentoring_open AS m
    INNER JOIN core_contact AS c ON m.audit_id = c.audit_id AND m.contact_id = c.contact_id
    WHERE m.receives
),

pair AS (
    SELECT
        n.audit_id,
        n.contact_no,
        m.contact_no AS mentor_no,
        CASE
            WHEN t.is_known THEN t.is_tied
            WHEN t.audit_id IS NULL AND a.ties_status = 'positive_only_complete' THEN FALSE
        END AS is_tied
    FROM added AS n
    INNER JOIN audit AS a ON n.audit_id = a.audit_id
    INNER JOIN mentor AS m ON n.audit_id = m.audit_id AND n.contact_no <> m.contact_no
    LEFT JOIN tie_pair AS t
        ON
            n.audit_id = t.audit_id
            AND least(n.contact_no, m.contact_no) = t.low_no
            AND greatest(n.contact_no, m.contact_no) = t.high_no
),

tied AS (
    SELECT
        audit_id,
        contact_no,
        count(*) AS mentors_listed,
        any_true(is_tied, mentor_no) AS knows_mentor
    FROM pair
    GROUP BY audit_id, contact_no
)

SELECT
    n.audit_id,
    n.contact_no,
    n.came_by,
    coalesce(t.mentors_listed, 0) AS mentors_listed,
    t.knows_mentor,
    CASE WHEN p.is_known THEN m.contact_no IS NOT NULL END AS is_mentor
FROM added AS n
INNER JOIN mentoring_portfolio AS p ON n.audit_id = p.audit_id
LEFT JOIN tied AS t ON n.audit_id = t.audit_id AND n.contact_no = t.contact_no
LEFT JOIN mentor AS m ON n.audit_id = m.audit_id AND n.contact_no = m.contact_no
ORDER BY n.audit_id, n.contact_no
