/*---
grain = "one row per audit of a participant, format of knowledge exchange and role in it"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    a.wave_no,
    e.format,
    e.role,
    e.per_year
FROM visible_audit($viewer) AS a
INNER JOIN exchange AS e ON a.participant_id = e.participant_id AND a.wave = e.wave
WHERE a.participant_id = $participant
ORDER BY a.wave_no, e.format, e.role
