/*---
grain = "one row per participant: what is known of their mentors at the wave"
parameters = ["now"]
---*/
-- The selection comes without a wave. Somebody who withdrew counts only with an audit completed at
-- the wave, or with answers about mentoring. Evaluators work with codes.
SELECT
    p.participant_id,
    CASE WHEN $viewer['role'] <> 'evaluator' THEN p.name END AS name,
    p.organisation,
    p.scheme_role,
    coalesce(m.is_known, FALSE) AS is_known,
    m.relationships,
    m.mentors,
    m.mentees,
    m.has_sponsor,
    coalesce(m.mentors = 0, FALSE) AS no_mentor,
    coalesce(NOT m.has_sponsor, FALSE) AS no_sponsor,
    NOT coalesce(m.is_known, FALSE) AS not_answered
FROM selected_participant($viewer, $selection) AS p
LEFT JOIN visible_audit($viewer) AS a ON p.participant_id = a.participant_id AND a.wave = $now
LEFT JOIN mentoring_portfolio AS m ON a.audit_id = m.audit_id
WHERE p.status IS DISTINCT FROM 'withdrawn' OR a.is_completed OR m.is_known
ORDER BY p.cohort, natural_order(p.participant_id), p.participant_id
