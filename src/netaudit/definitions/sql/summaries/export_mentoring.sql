/*---
grain = "one row per audit of the selection and mentoring relationship, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again. Evaluators get numbers
-- for codes, which may hold names, and no text.
SELECT
    t.*
    REPLACE (
        CASE
            WHEN $viewer['role'] = 'evaluator' THEN 'm' || r.relationship
            ELSE t.mentoring_id
        END AS mentoring_id,
        CASE
            WHEN $viewer['role'] = 'evaluator' THEN 'c' || n.contact_number
            ELSE t.contact_id
        END AS contact_id,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.end_reason END AS end_reason
    )
FROM selected_audit($viewer, $selection) AS a
INNER JOIN mentoring AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN mentoring_number AS r
    ON t.participant_id = r.participant_id AND t.mentoring_id = r.mentoring_id
LEFT JOIN contact_number AS n
    ON t.participant_id = n.participant_id AND t.contact_id = n.contact_id
ORDER BY a.participant_id, a.wave_no, r.relationship
