/*---
grain = "one row per way in which a new contact may have come: participants with such a contact, of those for whom that is known"
---*/
-- New: on the core list now, and not at the participant's previous completed wave. compared counts
-- the participants with such a wave, and with_new those of them who named somebody new. contacts
-- counts the new contacts to whom a row applies, of contacts_known. Whether one knows a mentor is
-- asked where another contact on the list is a mentor; any_way joins programme, introduced and
-- knows_mentor.
WITH compared AS (
    SELECT
        a.audit_id,
        a.participant_id,
        p.size_now - p.retained AS added
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN carried_over AS p ON a.audit_id = p.audit_id
),

everybody AS (
    SELECT
        count(*) AS compared,
        count(*) FILTER (WHERE added > 0) AS with_new,
        CAST(coalesce(sum(added), 0) AS INTEGER) AS new_contacts
    FROM compared
),

contact AS (
    SELECT
        n.audit_id,
        n.contact_no,
        n.came_by = 'this_programme' AS programme,
        n.came_by = 'introduced' AS introduced,
        n.knows_mentor,
        n.is_mentor,
        n.came_by IN ('this_programme', 'introduced')
        OR CASE WHEN n.mentors_listed > 0 THEN n.knows_mentor ELSE FALSE END AS any_way,
        n.mentors_listed > 0 AS can_know_mentor
    FROM compared AS c
    INNER JOIN mentoring_new_contact AS n ON c.audit_id = n.audit_id
),

answer AS (
    SELECT
        audit_id,
        contact_no,
        line,
        holds
    FROM contact
    UNPIVOT INCLUDE NULLS (
        holds FOR line IN (programme, introduced, knows_mentor, is_mentor, any_way)
    )
    WHERE line <> 'knows_mentor' OR can_know_mentor
),

person AS (
    SELECT
        audit_id,
        line,
        any_true(holds, contact_no) AS holds,
        count(*) FILTER (WHERE holds) AS contacts,
        count(holds) AS contacts_known
    FROM answer
    GROUP BY audit_id, line
),

counted AS (
    SELECT
        line,
        count(*) FILTER (WHERE holds) AS k,
        count(holds) AS n,
        CAST(sum(contacts) AS INTEGER) AS contacts,
        CAST(sum(contacts_known) AS INTEGER) AS contacts_known
    FROM person
    GROUP BY line
),

line AS (
    SELECT unnest(['programme', 'introduced', 'knows_mentor', 'any_way', 'is_mentor']) AS line
)

SELECT
    l.line,
    coalesce(c.k, 0) AS k,
    coalesce(c.n, 0) AS n,
    coalesce(c.contacts, 0) AS contacts,
    coalesce(c.contacts_known, 0) AS contacts_known,
    CAST(c.k AS DOUBLE) / nullif(c.n, 0) AS share,
    wilson_low(c.k, c.n) AS ci_low,
    wilson_high(c.k, c.n) AS ci_high,
    e.compared,
    e.with_new,
    e.new_contacts
FROM line AS l
CROSS JOIN everybody AS e
LEFT JOIN counted AS c ON l.line = c.line
ORDER BY list_position(['programme', 'introduced', 'knows_mentor', 'any_way', 'is_mentor'], l.line)
