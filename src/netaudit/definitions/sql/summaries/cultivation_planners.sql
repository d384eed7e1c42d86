/*---
grain = "one row: participants who answered about actions at one wave, and how many have what in their plans"
parameters = ["as_of"]
---*/
-- first_step_known leaves out those of whose actions none is a first step and one may be.
WITH person AS (
    SELECT
        a.audit_id,
        count(t.action_id) AS actions,
        any_true(t.is_first_step, t.action_id) AS has_first_step,
        coalesce(
            bool_or(due_state(t.status, t.due_on, t.closed_on, $as_of) = 'overdue'), FALSE
        ) AS has_overdue
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
    LEFT JOIN action_to_date AS t ON a.audit_id = t.audit_id
    WHERE q.topic = 'actions'
    GROUP BY a.audit_id
)

SELECT
    count(*) AS participants,
    count(*) FILTER (WHERE actions > 0) AS with_action,
    count(*) FILTER (WHERE actions = 0) AS none,
    count(*) FILTER (WHERE actions = 1) AS one,
    count(*) FILTER (WHERE actions = 2) AS two,
    count(*) FILTER (WHERE actions = 3) AS three,
    count(*) FILTER (WHERE actions > 3) AS more,
    CAST(none AS DOUBLE) / nullif(participants, 0) AS none_share,
    CAST(one AS DOUBLE) / nullif(participants, 0) AS one_share,
    CAST(two AS DOUBLE) / nullif(participants, 0) AS two_share,
    CAST(three AS DOUBLE) / nullif(participants, 0) AS three_share,
    CAST(more AS DOUBLE) / nullif(participants, 0) AS more_share,
    count(has_first_step) AS first_step_known,
    count(*) FILTER (WHERE has_first_step) AS with_first_step,
    count(*) FILTER (WHERE has_overdue) AS with_overdue,
    CAST(coalesce(sum(actions), 0) AS INTEGER) AS actions,
    median(actions) AS median_actions
FROM person
