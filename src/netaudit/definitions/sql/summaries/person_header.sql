/*---
grain = "one row: a participant, if the viewer may see them"
selects = false
parameters = ["participant"]
---*/
-- sees_labels: contacts' labels are for the participant, and for the coordinator only where the
-- participant shares them.
SELECT
    p.participant_id,
    CASE WHEN $viewer['role'] <> 'evaluator' THEN p.name END AS name,
    p.cohort,
    coalesce(d.name, p.cohort) AS cohort_name,
    p.status,
    p.organisation,
    p.function,
    p.level,
    p.scheme_role,
    coalesce(
        $viewer['role'] = 'participant'
        OR ($viewer['role'] = 'coordinator' AND p.share_with_coordinator = 'yes'),
        FALSE
    ) AS sees_labels
FROM visible_participant($viewer) AS p
LEFT JOIN declared_cohort AS d ON p.cohort = d.cohort
WHERE p.participant_id = $participant
