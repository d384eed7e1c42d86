/*---
grain = "one row per pattern and move of its cut-offs: the same people at two waves, by their lists"
parameters = ["first", "last"]
---*/
-- The selection comes without a wave. n counts the people of whom the rule, with the cut-offs moved,
-- says watch or clear at both waves. second_shift and second_cut are NULL for a pattern with one.
WITH said AS (
    SELECT
        a.participant_id,
        s.pattern,
        s.first_shift,
        s.second_shift,
        s.first_cut,
        s.second_cut,
        any_value(s.computed) FILTER (WHERE a.wave = $first) AS state_from,
        any_value(s.computed) FILTER (WHERE a.wave = $last) AS state_to
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN pattern_sensitivity AS s ON a.audit_id = s.audit_id
    WHERE
        a.is_completed
        AND a.wave IN ($first, $last)
        AND s.computed <> 'not_enough_information'
    GROUP BY ALL
    HAVING state_from IS NOT NULL AND state_to IS NOT NULL
)

SELECT
    pattern,
    first_shift,
    second_shift,
    first_cut,
    second_cut,
    first_shift = 0 AND coalesce(second_shift, 0) = 0 AS is_in_force,
    count(*) AS n,
    count(*) FILTER (WHERE state_from = 'watch') AS k_first,
    count(*) FILTER (WHERE state_to = 'watch') AS k_last,
    count(*) FILTER (WHERE state_from = 'clear' AND state_to = 'watch') AS gained,
    count(*) FILTER (WHERE state_from = 'watch' AND state_to = 'clear') AS lost,
    paired_difference(gained, lost, n) AS difference,
    bonett_price_low(gained, lost, n) AS ci_low,
    bonett_price_high(gained, lost, n) AS ci_high
FROM said
GROUP BY ALL
ORDER BY pattern, first_shift, second_shift
