/*---
grain = "one row per audit of the selection, fellow participant of it and relation, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again. Participants who are
-- not selected are not named.
WITH left_out AS (
    SELECT p.participant_id
    FROM participants AS p
    ANTI JOIN selected_participant($viewer, $selection) AS s ON p.participant_id = s.participant_id
)

SELECT t.*
FROM selected_audit($viewer, $selection) AS a
INNER JOIN cohort_ties AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
WHERE t.other_participant_id IS NOT NULL AND t.other_participant_id NOT IN (FROM left_out)
ORDER BY a.participant_id, a.wave_no, t.other_participant_id, t.relation
