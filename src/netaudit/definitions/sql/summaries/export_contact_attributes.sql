/*---
grain = "one row per audit of the selection, contact and further attribute"
---*/
-- Nobody checks what is in a further column. Evaluators get the categories that the contacts of enough
-- participants share: what is left out is of few, and may be a name.
WITH told AS (
    SELECT
        t.attribute,
        t.category
    FROM selected_participant($viewer, $selection) AS p
    INNER JOIN contact_attributes AS t ON p.participant_id = t.participant_id
    GROUP BY t.attribute, t.category
    HAVING
        $viewer['role'] <> 'evaluator'
        OR count(DISTINCT t.participant_id) >= (SELECT minimum_group FROM setting)
)

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
INNER JOIN told AS o ON t.attribute = o.attribute AND t.category IS NOT DISTINCT FROM o.category
ORDER BY t.attribute, a.participant_id, a.wave_no, n.contact_number
