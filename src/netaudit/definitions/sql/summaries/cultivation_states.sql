/*---
grain = "one row: the actions of everybody who answered at one wave, by status and by what became of their due dates"
parameters = ["as_of"]
---*/
-- past counts the actions with a due date before the day; the figures after it are of these.
-- overdue_before counts the overdue actions that the wave itself no longer has. with_action and
-- with_past count the people behind all actions and behind those.
WITH action AS (
    SELECT
        t.*,
        due_state(t.status, t.due_on, t.closed_on, $as_of) AS due_state
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN action_to_date AS t ON a.audit_id = t.audit_id
),

judged AS (
    SELECT
        *,
        due_state NOT IN ('no_due_date', 'not_yet_due') AS is_past
    FROM action
)

SELECT
    count(DISTINCT audit_id) AS with_action,
    count(*) AS actions,
    count(*) FILTER (WHERE status = 'planned') AS planned,
    count(*) FILTER (WHERE status = 'in_progress') AS in_progress,
    count(*) FILTER (WHERE status = 'done') AS done,
    count(*) FILTER (WHERE status = 'dropped') AS dropped,
    count(*) FILTER (WHERE status IS NULL) AS no_status,
    count(*) FILTER (WHERE due_state = 'no_due_date') AS no_due_date,
    count(*) FILTER (WHERE due_state = 'not_yet_due') AS not_yet_due,
    count(DISTINCT audit_id) FILTER (WHERE is_past) AS with_past,
    count(*) FILTER (WHERE is_past) AS past,
    count(*) FILTER (WHERE due_state = 'done_in_time') AS done_in_time,
    count(*) FILTER (WHERE due_state = 'done_later') AS done_later,
    count(*) FILTER (WHERE due_state = 'done_some_day') AS done_some_day,
    count(*) FILTER (WHERE due_state = 'overdue') AS overdue,
    count(*) FILTER (WHERE due_state = 'overdue' AND NOT is_recorded_now) AS overdue_before,
    count(*) FILTER (WHERE due_state = 'dropped') AS past_dropped,
    count(*) FILTER (WHERE due_state = 'no_status') AS past_no_status
FROM judged
