/*---
grain = "one row per action of a participant's plan, as the latest wave records it"
selects = false
parameters = ["participant", "today"]
---*/
-- The words of an action are the participant's own and are read for nobody else.
WITH latest AS (
    SELECT
        a.wave,
        a.wave_no,
        t.*,
        min(a.wave_no) OVER (PARTITION BY t.action_id) AS first_wave_no
    FROM visible_audit($viewer) AS a
    INNER JOIN actions AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
    WHERE a.participant_id = $participant
    QUALIFY row_number() OVER (PARTITION BY t.action_id ORDER BY a.wave_no DESC) = 1
)

SELECT
    row_number() OVER (ORDER BY first_wave_no, due_on NULLS LAST, action_id) AS action_number,
    wave,
    CASE WHEN $viewer['role'] = 'participant' THEN text END AS text,
    coalesce(first_step = 'yes', FALSE) AS is_first_step,
    purpose,
    activity,
    pattern,
    due_on,
    status,
    closed_on,
    coalesce(due_on < CAST($today AS DATE), FALSE)
    AND coalesce(status, 'planned') IN ('planned', 'in_progress') AS is_overdue
FROM latest
ORDER BY action_number
