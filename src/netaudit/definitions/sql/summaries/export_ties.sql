/*---
grain = "one row per audit of the selection and pair of contacts, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again.
SELECT
    t.*
    REPLACE (
        CASE
            WHEN $viewer['role'] = 'evaluator' THEN 'c' || n.contact_number
            ELSE t.contact_a
        END AS contact_a,
        CASE
            WHEN $viewer['role'] = 'evaluator' THEN 'c' || o.contact_number
            ELSE t.contact_b
        END AS contact_b
    )
FROM selected_audit($viewer, $selection) AS a
INNER JOIN ties AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN contact_number AS n
    ON t.participant_id = n.participant_id AND t.contact_a = n.contact_id
INNER JOIN contact_number AS o
    ON t.participant_id = o.participant_id AND t.contact_b = o.contact_id
ORDER BY a.participant_id, a.wave_no, n.contact_number, o.contact_number
