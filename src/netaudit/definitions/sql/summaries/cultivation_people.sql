/*---
grain = "one row per participant: what the wave says of their actions, and the patterns they do nothing about"
parameters = ["now", "as_of"]
---*/
-- The selection comes without a wave. Only those count who answered about actions at the wave and have
-- not left the programme. The words of an action are read by nobody but the participant. Evaluators work with codes.
WITH planned AS (
    SELECT
        audit_id,
        count(*) AS actions,
        count(*) FILTER (WHERE status = 'done') AS done,
        count(*) FILTER (
            WHERE due_state(status, due_on, closed_on, $as_of) = 'overdue'
        ) AS overdue,
        min(due_on) FILTER (
            WHERE due_state(status, due_on, closed_on, $as_of) = 'overdue'
        ) AS since
    FROM action_to_date
    GROUP BY audit_id
),

unmet AS (
    SELECT
        s.audit_id,
        list(
            s.pattern
            ORDER BY list_position(
                ['birds_of_a_feather', 'network_lag', 'echo_chamber', 'pigeonholing'], s.pattern
            )
        ) AS patterns
    FROM pattern_state AS s
    ANTI JOIN action_to_date AS t ON s.audit_id = t.audit_id AND s.pattern = t.pattern
    WHERE s.display = 'watch'
    GROUP BY s.audit_id
)

SELECT
    p.participant_id,
    CASE WHEN $viewer['role'] <> 'evaluator' THEN p.name END AS name,
    coalesce(t.actions, 0) AS actions,
    coalesce(t.done, 0) AS done,
    coalesce(t.overdue, 0) AS overdue,
    t.since,
    CASE WHEN a.is_completed THEN u.patterns END AS unmet_patterns,
    coalesce(t.actions, 0) = 0 AS no_action,
    coalesce(t.overdue, 0) > 0 AS has_overdue,
    a.is_completed AND u.patterns IS NOT NULL AS watch_without,
    no_action OR has_overdue OR watch_without AS has_reason
FROM selected_participant($viewer, $selection) AS p
INNER JOIN visible_audit($viewer) AS a ON p.participant_id = a.participant_id
INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
LEFT JOIN planned AS t ON a.audit_id = t.audit_id
LEFT JOIN unmet AS u ON a.audit_id = u.audit_id
WHERE a.wave = $now AND q.topic = 'actions' AND p.status IS DISTINCT FROM 'withdrawn'
ORDER BY p.cohort, natural_order(p.participant_id), p.participant_id
