/*---
grain = "one row per key figure: the wave looked at, and beside the first wave for those who answered both"
parameters = ["now", "first"]
---*/
-- The selection comes without a wave. count is how many participants a yes-or-no figure applies to;
-- paired counts those in whom the figure is defined at both waves.
WITH figure_value AS (
    SELECT
        a.participant_id,
        a.wave,
        m.measure AS figure,
        CASE
            WHEN m.measure = 'mentors_active' THEN CAST(m.value > 0 AS DOUBLE)
            ELSE m.value
        END AS value
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE m.measure IN ('size', 'internal_share', 'new_share', 'mentors_active')
    UNION ALL
    SELECT
        a.participant_id,
        a.wave,
        p.pattern AS figure,
        CASE p.display WHEN 'watch' THEN 1 WHEN 'clear' THEN 0 END AS value
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN pattern_state AS p ON a.audit_id = p.audit_id
    WHERE a.is_completed AND p.pattern = 'echo_chamber'
),

person AS (
    SELECT
        participant_id,
        figure,
        any_value(value) FILTER (WHERE wave = $now) AS now,
        CASE
            WHEN $first <> $now THEN any_value(value) FILTER (WHERE wave = $first)
        END AS before
    FROM figure_value
    GROUP BY participant_id, figure
)

SELECT
    figure,
    count(now) AS participants,
    median(now) AS median_now,
    avg(now) AS mean_now,
    CAST(sum(now) AS INTEGER) AS count_now,
    count(now + before) AS paired,
    median(now) FILTER (WHERE before IS NOT NULL) AS median_paired_now,
    median(before) FILTER (WHERE now IS NOT NULL) AS median_paired_before,
    avg(now) FILTER (WHERE before IS NOT NULL) AS mean_paired_now,
    avg(before) FILTER (WHERE now IS NOT NULL) AS mean_paired_before,
    CAST(sum(now) FILTER (WHERE before IS NOT NULL) AS INTEGER) AS count_paired_now,
    CAST(sum(before) FILTER (WHERE now IS NOT NULL) AS INTEGER) AS count_paired_before
FROM person
GROUP BY figure
ORDER BY figure
