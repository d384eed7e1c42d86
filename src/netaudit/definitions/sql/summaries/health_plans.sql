/*---
grain = "one row: how many in the programme have a plan, and actions of theirs that are overdue or soon due"
parameters = ["today", "soon"]
---*/
-- The selection comes without a wave. Of everybody the latest answers about actions count. soon is
-- the last day of what counts as soon.
WITH planned AS (
    SELECT
        a.participant_id,
        a.audit_id
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id AND q.topic = 'actions'
    INNER JOIN selected_participant($viewer, $selection) AS p
        ON a.participant_id = p.participant_id
    WHERE p.status IS DISTINCT FROM 'withdrawn'
    QUALIFY row_number() OVER (PARTITION BY a.participant_id ORDER BY a.wave_no DESC) = 1
),

action AS (
    SELECT
        n.participant_id,
        t.action_id,
        t.due_on,
        coalesce(
            due_state(t.status, t.due_on, t.closed_on, $today) = 'overdue', FALSE
        ) AS is_overdue,
        coalesce(t.is_open AND t.due_on BETWEEN $today AND $soon, FALSE) AS is_soon
    FROM planned AS n
    LEFT JOIN action_to_date AS t ON n.audit_id = t.audit_id
)

SELECT
    count(DISTINCT participant_id) AS planners,
    count(*) FILTER (WHERE is_overdue) AS overdue,
    count(DISTINCT participant_id) FILTER (WHERE is_overdue) AS with_overdue,
    count(*) FILTER (WHERE is_soon) AS soon
FROM action
