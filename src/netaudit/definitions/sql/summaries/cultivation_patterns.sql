/*---
grain = "one row per pattern, and one of all: those on watch then, and their actions against it now"
parameters = ["now", "since"]
---*/
-- The selection comes without a wave. since says when then is: now, previous or first, of the waves
-- that the participant completed. An action counts if it was recorded at that wave or after it.
-- silent counts those who were on watch and have not answered about actions at the wave. The row
-- without a pattern is of those on watch for any, and of their actions against one of these.
WITH looked_back AS (
    SELECT
        a.participant_id,
        a.audit_id,
        a.wave_no
    FROM selected_audit($viewer, $selection) AS a
    CROSS JOIN wave_order AS w
    WHERE
        w.wave = $now
        AND a.is_completed
        AND CASE
            WHEN $since = 'now' THEN a.wave_no = w.wave_no ELSE a.wave_no < w.wave_no
        END
    QUALIFY row_number() OVER (
        PARTITION BY a.participant_id
        ORDER BY CASE WHEN $since = 'first' THEN a.wave_no ELSE -a.wave_no END
    ) = 1
),

answering AS (
    SELECT
        a.participant_id,
        a.audit_id
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
    WHERE a.wave = $now AND q.topic = 'actions'
),

on_watch AS (
    SELECT
        s.pattern,
        b.participant_id,
        n.audit_id,
        count(t.action_id) AS actions,
        count(*) FILTER (WHERE t.status = 'done') AS done
    FROM looked_back AS b
    INNER JOIN pattern_state AS s ON b.audit_id = s.audit_id
    LEFT JOIN answering AS n ON b.participant_id = n.participant_id
    LEFT JOIN action_to_date AS t
        ON n.audit_id = t.audit_id AND s.pattern = t.pattern AND b.wave_no <= t.last_no
    WHERE s.display = 'watch'
    GROUP BY ALL
),

watcher AS (
    SELECT
        pattern,
        participant_id,
        audit_id,
        sum(actions) AS actions,
        sum(done) AS done
    FROM on_watch
    GROUP BY GROUPING SETS (
        (pattern, participant_id, audit_id),
        (participant_id, audit_id)
    )
)

SELECT
    pattern,
    count(audit_id) AS watched,
    count(*) - count(audit_id) AS silent,
    count(*) FILTER (WHERE actions > 0) AS with_action,
    CAST(sum(actions) AS INTEGER) AS actions,
    CAST(sum(done) AS INTEGER) AS done,
    CAST(with_action AS DOUBLE) / nullif(watched, 0) AS share,
    wilson_low(with_action, watched) AS ci_low,
    wilson_high(with_action, watched) AS ci_high
FROM watcher
GROUP BY pattern
ORDER BY pattern IS NOT NULL, list_position(
    ['birds_of_a_feather', 'network_lag', 'echo_chamber', 'pigeonholing'], pattern
)
