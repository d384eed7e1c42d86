/*---
grain = "one row per audit of the selection and answer in the participant's own words, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again. Evaluators get the
-- themes and that there was an answer.
SELECT
    t.*
    REPLACE (CASE WHEN $viewer['role'] <> 'evaluator' THEN t.text END AS text)
FROM selected_audit($viewer, $selection) AS a
INNER JOIN reflections AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
ORDER BY a.participant_id, a.wave_no, t.item, t.number
