/*---
grain = "one row per activity planned at a wave before, and one, without activity, for any of them: what became of it by now"
parameters = ["now"]
---*/
-- The selection comes without a wave. planned_before counts everybody who planned it at any wave
-- before, answered those of them whose answer now is known; the other figures are of these. In the
-- row for any activity a person has taken up at least one of those planned.
WITH answer AS (
    SELECT
        a.participant_id,
        a.wave,
        v.activity,
        v.status,
        a.wave_no < w.wave_no AS is_before
    FROM selected_audit($viewer, $selection) AS a
    CROSS JOIN wave_order AS w
    INNER JOIN activities AS v ON a.participant_id = v.participant_id AND a.wave = v.wave
    WHERE w.wave = $now AND v.status IS NOT NULL
),

plan AS (
    SELECT DISTINCT
        participant_id,
        activity
    FROM answer
    WHERE is_before AND status = 'planned'
),

followed AS (
    SELECT
        p.participant_id,
        p.activity,
        n.status,
        n.status IN ('doing', 'done') AS is_taken_up
    FROM plan AS p
    LEFT JOIN answer AS n
        ON p.participant_id = n.participant_id AND p.activity = n.activity AND n.wave = $now
),

person AS (
    SELECT
        participant_id,
        bool_or(is_taken_up) AS is_taken_up
    FROM followed
    GROUP BY participant_id
),

line AS (
    SELECT
        NULL AS activity,
        count(*) AS planned_before,
        count(is_taken_up) AS answered,
        count(*) FILTER (WHERE is_taken_up) AS taken_up,
        NULL AS doing,
        NULL AS done,
        NULL AS planned,
        NULL AS not_for_me
    FROM person
    UNION ALL
    SELECT
        activity,
        count(*) AS planned_before,
        count(status) AS answered,
        count(*) FILTER (WHERE is_taken_up) AS taken_up,
        count(*) FILTER (WHERE status = 'doing') AS doing,
        count(*) FILTER (WHERE status = 'done') AS done,
        count(*) FILTER (WHERE status = 'planned') AS planned,
        count(*) FILTER (WHERE status = 'not_for_me') AS not_for_me
    FROM followed
    GROUP BY activity
)

SELECT
    *,
    planned_before - answered AS silent,
    CAST(taken_up AS DOUBLE) / nullif(answered, 0) AS share,
    wilson_low(taken_up, answered) AS ci_low,
    wilson_high(taken_up, answered) AS ci_high
FROM line
ORDER BY activity IS NOT NULL, list_position(
    [
        'internal_external_opportunities', 'active_role_at_events', 'social_media',
        'own_community', 'extracurricular', 'multiple_mentors', 'offer_to_mentor'
    ], activity
)
