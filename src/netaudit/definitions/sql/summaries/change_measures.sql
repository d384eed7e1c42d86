/*---
grain = "one row per measure, or measure and attribute, with a value at either of two waves"
parameters = ["first", "last"]
---*/
-- The selection comes without a wave. n_from and n_to count the participants in whom the measure is defined at the wave. Everything else
-- is of those in whom it is defined at both, each counted once however long their lists are. A
-- difference is rounded to 10 decimals, so that shares that are equal count as the same.
WITH person AS (
    SELECT
        a.participant_id,
        m.measure,
        m.attribute,
        any_value(m.value) FILTER (WHERE a.wave = $first) AS value_from,
        any_value(m.value) FILTER (WHERE a.wave = $last) AS value_to
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE a.wave IN ($first, $last)
    GROUP BY ALL
),

compared AS (
    SELECT
        *,
        round(value_to - value_from, 10) AS difference
    FROM person
),

counted AS (
    SELECT
        measure,
        attribute,
        count(value_from) AS n_from,
        count(value_to) AS n_to,
        count(difference) AS n_paired,
        avg(value_from) FILTER (WHERE difference IS NOT NULL) AS mean_from,
        avg(value_to) FILTER (WHERE difference IS NOT NULL) AS mean_to,
        avg(difference) AS mean_difference,
        stddev_samp(value_from) FILTER (WHERE difference IS NOT NULL) AS sd_from,
        stddev_samp(value_to) FILTER (WHERE difference IS NOT NULL) AS sd_to,
        stddev_samp(difference) AS sd_difference,
        count(*) FILTER (WHERE difference > 0) AS n_up,
        count(*) FILTER (WHERE difference = 0) AS n_same,
        count(*) FILTER (WHERE difference < 0) AS n_down
    FROM compared
    GROUP BY measure, attribute
)

SELECT
    measure,
    attribute,
    n_from,
    n_to,
    n_paired,
    mean_from,
    mean_to,
    mean_difference,
    sd_from,
    sd_to,
    sd_difference,
    hedges_g_av(mean_difference, sd_from, sd_to, n_paired) AS hedges_g_av,
    n_up,
    n_same,
    n_down
FROM counted
WHERE n_from + n_to > 0
ORDER BY measure, attribute NULLS FIRST
