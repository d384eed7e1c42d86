/*---
grain = "one row per status and state of the due date: the actions of everybody who answered at one wave"
parameters = ["as_of"]
---*/
-- with_action and with_due_past count the people behind all rows, and behind those with a due date
-- that has passed. recorded_earlier counts the actions that the wave itself no longer has.
WITH action AS (
    SELECT
        a.audit_id,
        t.status,
        t.is_recorded_now,
        due_state(t.status, t.due_on, t.closed_on, $as_of) AS due_state
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN action_to_date AS t ON a.audit_id = t.audit_id
),

everybody AS (
    SELECT
        count(DISTINCT audit_id) AS with_action,
        count(DISTINCT audit_id) FILTER (
            WHERE due_state NOT IN ('no_due_date', 'not_yet_due')
        ) AS with_due_past
    FROM action
)

SELECT
    c.status,
    c.due_state,
    count(*) AS actions,
    count(*) FILTER (WHERE NOT c.is_recorded_now) AS recorded_earlier,
    e.with_action,
    e.with_due_past
FROM action AS c
CROSS JOIN everybody AS e
GROUP BY c.status, c.due_state, e.with_action, e.with_due_past
ORDER BY c.status, c.due_state
