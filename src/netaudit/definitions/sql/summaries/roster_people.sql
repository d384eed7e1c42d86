/*---
grain = "one row per participant who answered the roster question at one wave and consents to matching"
---*/
-- Evaluators work with codes.
SELECT
    r.participant_id,
    CASE WHEN $viewer['role'] = 'coordinator' THEN p.name END AS name,
    nullif(p.organisation, 'unknown') AS organisation
FROM selected_roster_audit($viewer, $selection) AS r
INNER JOIN participants AS p ON r.participant_id = p.participant_id
ORDER BY natural_order(r.participant_id), r.participant_id
