/*---
grain = "one row per participant of the selection, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again.
SELECT p.*
FROM selected_participant($viewer, $selection) AS p
ORDER BY p.participant_id
