/*---
grain = "one row per audit of a participant and answer they wrote; for the participant alone"
selects = false
parameters = ["participant"]
---*/
-- What somebody writes about their network, and the theme it was read under, is theirs: for nobody
-- else is there a row.
SELECT
    a.wave,
    a.wave_no,
    r.item,
    r.number,
    r.text,
    r.theme
FROM visible_audit($viewer) AS a
INNER JOIN reflections AS r ON a.participant_id = r.participant_id AND a.wave = r.wave
WHERE
    a.participant_id = $participant
    AND $viewer['role'] = 'participant'
    AND r.text IS NOT NULL
ORDER BY a.wave_no, r.item, r.number
