/*---
grain = "one row per cohort and wave: who was invited, who answered, and who of them is found at other waves"
---*/
-- The selection comes without a wave. before counts who had answered at any earlier wave; since_first
-- those of the cohort's first wave who answered here as well.
WITH answered AS (
    SELECT
        a.cohort,
        a.participant_id,
        a.wave,
        a.wave_no,
        a.is_completed,
        min(a.wave_no) FILTER (WHERE a.is_completed) OVER (
            PARTITION BY a.participant_id
        ) AS first_no,
        min(a.wave_no) FILTER (WHERE a.is_completed) OVER (PARTITION BY a.cohort) AS cohort_first_no
    FROM selected_audit($viewer, $selection) AS a
)

SELECT
    a.cohort,
    a.wave,
    a.wave_no,
    CAST(any_value(e.enrolled) AS INTEGER) AS invited,
    count(*) AS opened,
    count(*) FILTER (WHERE a.is_completed) AS answered,
    count(*) FILTER (WHERE a.is_completed AND a.first_no < a.wave_no) AS before,
    count(*) FILTER (
        WHERE a.is_completed AND a.first_no = a.cohort_first_no AND a.wave_no > a.cohort_first_no
    ) AS since_first,
    count(*) FILTER (
        WHERE a.is_completed AND a.first_no = a.wave_no AND a.wave_no > a.cohort_first_no
    ) AS newcomers
FROM answered AS a
INNER JOIN selected_enrolment($viewer, $selection) AS e ON a.cohort = e.cohort
GROUP BY a.cohort, a.wave, a.wave_no
ORDER BY a.cohort DESC, a.wave_no ASC
