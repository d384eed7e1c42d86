/*---
grain = "one row per pattern: the same people at two waves, by what is shown at each"
parameters = ["first", "last"]
---*/
-- The selection comes without a wave. n counts the people with enough information at both waves, of
-- answered_both who completed both; not_enough those without it at either.
WITH state AS (
    SELECT
        a.participant_id,
        s.pattern,
        any_value(s.display) FILTER (WHERE a.wave = $first) AS state_from,
        any_value(s.display) FILTER (WHERE a.wave = $last) AS state_to
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
    WHERE a.is_completed AND a.wave IN ($first, $last)
    GROUP BY ALL
),

counted AS (
    SELECT
        pattern,
        count(*) AS answered_both,
        count(*) FILTER (
            WHERE 'not_enough_information' NOT IN (state_from, state_to)
        ) AS n,
        count(*) FILTER (WHERE state_from = 'watch' AND state_to = 'watch') AS kept,
        count(*) FILTER (WHERE state_from = 'clear' AND state_to = 'watch') AS gained,
        count(*) FILTER (WHERE state_from = 'watch' AND state_to = 'clear') AS lost,
        count(*) FILTER (WHERE state_from = 'clear' AND state_to = 'clear') AS neither,
        count(*) FILTER (
            WHERE state_from = 'watch' AND state_to = 'not_enough_information'
        ) AS watch_to_unknown,
        count(*) FILTER (
            WHERE state_from = 'clear' AND state_to = 'not_enough_information'
        ) AS clear_to_unknown,
        count(*) FILTER (
            WHERE state_from = 'not_enough_information' AND state_to = 'watch'
        ) AS unknown_to_watch,
        count(*) FILTER (
            WHERE state_from = 'not_enough_information' AND state_to = 'clear'
        ) AS unknown_to_clear,
        count(*) FILTER (
            WHERE state_from = 'not_enough_information' AND state_to = 'not_enough_information'
        ) AS unknown_to_unknown
    FROM state
    WHERE state_from IS NOT NULL AND state_to IS NOT NULL
    GROUP BY pattern
)

SELECT
    *,
    answered_both - n AS not_enough,
    kept + lost AS k_first,
    kept + gained AS k_last,
    paired_difference(gained, lost, n) AS difference,
    bonett_price_low(gained, lost, n) AS ci_low,
    bonett_price_high(gained, lost, n) AS ci_high
FROM counted
ORDER BY pattern
