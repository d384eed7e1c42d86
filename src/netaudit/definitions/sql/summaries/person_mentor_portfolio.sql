/*---
grain = "one row per audit of a participant: the open mentoring relationships taken together, and how they overlap"
selects = false
parameters = ["participant"]
---*/
-- only_formal: everybody who mentors the participant does so formally.
WITH arranged AS (
    SELECT
        audit_id,
        count(*) = count(*) FILTER (WHERE formality = 'formal') AS only_formal
    FROM mentoring_open
    WHERE receives
    GROUP BY audit_id
)

SELECT
    a.wave,
    a.wave_no,
    a.is_completed,
    coalesce(p.is_known, FALSE) AS is_known,
    p.relationships,
    p.mentors,
    p.mentees,
    p.has_mentor,
    p.has_mentee,
    p.has_sponsor,
    p.helps_why,
    p.helps_how,
    p.helps_whom,
    p.has_outside,
    p.has_own_find,
    coalesce(r.only_formal, FALSE) AS only_formal,
    o.most_at_once,
    o.days,
    o.days_with_several,
    o.by_month,
    o.months,
    o.months_with_several,
    o.without_start
FROM visible_audit($viewer) AS a
INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
LEFT JOIN mentoring_overlap AS o ON a.audit_id = o.audit_id
LEFT JOIN arranged AS r ON a.audit_id = r.audit_id
WHERE a.participant_id = $participant
ORDER BY a.wave_no
