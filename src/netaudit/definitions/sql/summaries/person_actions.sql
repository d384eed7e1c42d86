/*---
grain = "one row per action of a participant's plan, as the latest wave records it"
selects = false
parameters = ["participant", "today"]
---*/
-- The words of an action are the participant's own and are read for nobody else. history holds what
-- each wave recorded of it. Nothing is overdue for somebody who left the programme.
WITH recorded AS (
    SELECT
        a.wave,
        a.wave_no,
        t.action_id,
        CASE WHEN $viewer['role'] = 'participant' THEN t.text END AS text,
        coalesce(t.first_step = 'yes', FALSE) AS is_first_step,
        t.purpose,
        t.activity,
        t.pattern,
        t.due_on,
        t.status,
        t.closed_on,
        coalesce(t.due_on < CAST($today AS DATE), FALSE)
        AND coalesce(t.status, 'planned') IN ('planned', 'in_progress') AS is_past_due,
        coalesce(p.status = 'withdrawn', FALSE) AS has_left
    FROM visible_audit($viewer) AS a
    INNER JOIN participants AS p ON a.participant_id = p.participant_id
    INNER JOIN actions AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
    WHERE a.participant_id = $participant
),

history AS (
    SELECT
        action_id,
        min(wave_no) AS first_wave_no,
        list(
            struct_pack(wave := wave, status := status, text := text) ORDER BY wave_no
        ) AS history
    FROM recorded
    GROUP BY action_id
),

latest AS (
    SELECT *
    FROM recorded
    QUALIFY row_number() OVER (PARTITION BY action_id ORDER BY wave_no DESC) = 1
)

SELECT
    row_number() OVER (
        ORDER BY h.first_wave_no, r.due_on NULLS LAST, natural_order(r.action_id), r.action_id
    ) AS action_number,
    r.wave,
    r.text,
    r.is_first_step,
    r.purpose,
    r.activity,
    r.pattern,
    r.due_on,
    r.status,
    r.closed_on,
    r.is_past_due,
    r.is_past_due AND NOT r.has_left AS is_overdue,
    h.history
FROM latest AS r
INNER JOIN history AS h ON r.action_id = h.action_id
ORDER BY action_number
