/*---
grain = "one row per participant in whom one measure is defined at both of two waves"
parameters = ["measure", "attribute", "first", "last"]
---*/
-- The selection comes without a wave. Differences are rounded as in change_measures.sql.
WITH person AS (
    SELECT
        a.participant_id,
        a.cohort,
        any_value(m.value) FILTER (WHERE a.wave = $first) AS value_from,
        any_value(m.value) FILTER (WHERE a.wave = $last) AS value_to
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE
        a.wave IN ($first, $last)
        AND m.measure = $measure
        AND m.attribute IS NOT DISTINCT FROM $attribute
    GROUP BY a.participant_id, a.cohort
)

SELECT
    participant_id,
    cohort,
    value_from,
    value_to,
    round(value_to - value_from, 10) AS difference
FROM person
WHERE value_from IS NOT NULL AND value_to IS NOT NULL
ORDER BY difference, value_from, participant_id
