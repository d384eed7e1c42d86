/*---
grain = "one row: actions open at the participants' answers before, and what the wave says of them"
---*/
-- The answers before are those of the same participant at the nearest earlier wave with answers on
-- actions. An action without a status counts as open.
WITH answering AS (
    SELECT
        a.audit_id,
        lag(a.audit_id) OVER (PARTITION BY a.participant_id ORDER BY a.wave_no) AS before_id
    FROM visible_audit($viewer) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
    WHERE q.topic = 'actions'
),

pair AS (
    SELECT n.*
    FROM answering AS n
    INNER JOIN selected_audit($viewer, $selection) AS a ON n.audit_id = a.audit_id
    WHERE n.before_id IS NOT NULL
),

followed AS (
    SELECT
        b.audit_id,
        CASE WHEN n.is_recorded_now THEN coalesce(n.status, 'no_status') ELSE 'silent' END AS now
    FROM pair AS b
    INNER JOIN action_to_date AS o ON b.before_id = o.audit_id
    INNER JOIN action_to_date AS n ON b.audit_id = n.audit_id AND o.action_id = n.action_id
    WHERE o.is_open
),

begun AS (
    SELECT count(*) AS actions
    FROM pair AS b
    INNER JOIN selected_audit($viewer, $selection) AS a ON b.audit_id = a.audit_id
    INNER JOIN action_to_date AS n ON b.audit_id = n.audit_id
    WHERE n.first_no = a.wave_no
),

answered AS (
    SELECT count(*) AS participants
    FROM pair
)

SELECT
    any_value(p.participants) AS participants,
    count(DISTINCT f.audit_id) AS with_open,
    count(f.audit_id) AS actions,
    count(*) FILTER (WHERE f.now = 'done') AS done,
    count(*) FILTER (WHERE f.now = 'in_progress') AS in_progress,
    count(*) FILTER (WHERE f.now = 'planned') AS planned,
    count(*) FILTER (WHERE f.now = 'dropped') AS dropped,
    count(*) FILTER (WHERE f.now = 'no_status') AS no_status,
    count(*) FILTER (WHERE f.now = 'silent') AS silent,
    any_value(s.actions) AS begun
FROM answered AS p
CROSS JOIN begun AS s
LEFT JOIN followed AS f ON TRUE
