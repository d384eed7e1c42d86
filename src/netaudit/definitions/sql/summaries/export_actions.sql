/*---
grain = "one row per audit of the selection and action of the plan, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again. Evaluators get a number
-- for the action's code, the same at every wave, and no text.
WITH numbered AS (
    SELECT
        t.participant_id,
        t.action_id,
        row_number() OVER (
            PARTITION BY t.participant_id
            ORDER BY natural_order(t.action_id), t.action_id
        ) AS action_number
    FROM selected_participant($viewer, $selection) AS p
    INNER JOIN actions AS t ON p.participant_id = t.participant_id
    GROUP BY t.participant_id, t.action_id
)

SELECT
    t.*
    REPLACE (
        CASE
            WHEN $viewer['role'] = 'evaluator' THEN 'a' || n.action_number
            ELSE t.action_id
        END AS action_id,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.text END AS text
    )
FROM selected_audit($viewer, $selection) AS a
INNER JOIN actions AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN numbered AS n ON t.participant_id = n.participant_id AND t.action_id = n.action_id
ORDER BY a.participant_id, a.wave_no, n.action_number
