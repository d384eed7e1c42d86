/*---
grain = "one row per audit of a participant and format of exchange, as given, for nobody but them"
selects = false
parameters = ["participant"]
---*/
-- Every column, whatever the schema comes to hold: the participant is to see all of it.
SELECT t.*
FROM visible_participant($viewer) AS p
INNER JOIN exchange AS t ON p.participant_id = t.participant_id
WHERE p.participant_id = $participant AND $viewer['role'] = 'participant'
ORDER BY ALL
