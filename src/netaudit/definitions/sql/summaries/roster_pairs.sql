/*---
grain = "one row per two participants of whom at least one names the other in the roster question of one wave, for one relation"
parameters = ["relation"]
---*/
SELECT
    p.participant_id,
    p.other_participant_id,
    p.one_says AND p.other_says AS is_returned
FROM selected_roster_pair($viewer, $selection) AS p
WHERE p.relation = $relation AND (p.one_says OR p.other_says)
ORDER BY p.participant_id, p.other_participant_id
