/*---
grain = "one row per audit of the selection, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again.
SELECT t.*
FROM selected_audit($viewer, $selection) AS a
INNER JOIN audits AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
ORDER BY a.participant_id, a.wave_no
