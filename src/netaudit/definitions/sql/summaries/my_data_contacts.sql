/*---
grain = "one row per audit of a participant and contact, as given, for nobody but them"
selects = false
parameters = ["participant"]
---*/
-- Every column, whatever the schema comes to hold: the participant is to see all of it.
SELECT
    t.participant_id,
    t.wave,
    t.contact_id,
    l.label,
    t.* EXCLUDE (participant_id, wave, contact_id)
FROM visible_participant($viewer) AS p
INNER JOIN contacts AS t ON p.participant_id = t.participant_id
LEFT JOIN visible_label($viewer) AS l
    ON t.participant_id = l.participant_id AND t.wave = l.wave AND t.contact_id = l.contact_id
WHERE p.participant_id = $participant AND $viewer['role'] = 'participant'
ORDER BY ALL
