-- The strengths and weaknesses written in a selection's audits. Their words are there for evaluators
-- alone, who code them without knowing whose they are; everybody else gets themes and counts. theme
-- is the export's own.
CREATE OR REPLACE MACRO selected_text(viewer, selection) AS TABLE
SELECT
    a.participant_id,
    a.cohort,
    a.wave,
    a.wave_no,
    t.item,
    t.theme,
    t.writer_key,
    t.text_key,
    CASE WHEN viewer['role'] = 'evaluator' THEN r.text END AS words
FROM selected_audit(viewer, selection) AS a
INNER JOIN written_text AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN reflections AS r
    ON t.participant_id = r.participant_id
    AND t.wave = r.wave
    AND t.item = r.item
    AND t.number = r.number;
