/*---
grain = "one row per audit of the selection, contact and further attribute"
---*/
SELECT
    t.participant_id,
    t.wave,
    CASE
        WHEN $viewer['role'] = 'evaluator' THEN 'c' || n.contact_number
        ELSE t.contact_id
    END AS contact_id,
    t.attribute,
    t.category
FROM selected_audit($viewer, $selection) AS a
INNER JOIN contact_attributes AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN contact_number AS n
    ON t.participant_id = n.participant_id AND t.contact_id = n.contact_id
ORDER BY t.attribute, a.participant_id, a.wave_no, n.contact_number
