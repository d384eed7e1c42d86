/*---
grain = "one row per participant who consents to matching and completed the audit of one wave"
---*/
-- is_shown: the viewer may be told of whom they name. Evaluators work with codes.
SELECT
    a.participant_id,
    CASE WHEN $viewer['role'] = 'coordinator' THEN p.name END AS name,
    p.organisation,
    $viewer['role'] = 'evaluator'
    OR (
        $viewer['role'] = 'coordinator' AND coalesce(p.share_with_coordinator = 'yes', FALSE)
    ) AS is_shown
FROM selected_audit($viewer, $selection) AS a
INNER JOIN participants AS p ON a.participant_id = p.participant_id
WHERE a.is_completed AND p.consent_matching = 'yes'
ORDER BY natural_order(a.participant_id), a.participant_id
