/*---
grain = "one row per step from enrolment to the answers that are compared: enrolled, each of two waves, both"
parameters = ["first", "last"]
---*/
-- The selection comes without a wave. first_day and last_day are those on which the wave's audits were
-- completed, NULL where no audit says.
WITH answered AS (
    SELECT
        a.participant_id,
        a.wave,
        a.wave_no,
        a.completed_on
    FROM selected_programme_audit($viewer, $selection) AS a
    WHERE a.is_completed AND a.wave IN ($first, $last)
),

enrolled AS (
    SELECT CAST(coalesce(sum(e.enrolled), 0) AS INTEGER) AS people
    FROM selected_enrolment($viewer, $selection) AS e
    LEFT JOIN declared_cohort AS d ON e.cohort = d.cohort
    WHERE $selection['cohort'] IS NOT NULL OR coalesce(d.arm, 'programme') = 'programme'
),

paired AS (
    SELECT participant_id
    FROM answered
    GROUP BY participant_id
    HAVING count(*) = 2
),

step AS (
    SELECT
        'enrolled' AS step,
        0 AS step_no,
        NULL AS wave,
        people,
        CAST(NULL AS DATE) AS first_day,
        CAST(NULL AS DATE) AS last_day
    FROM enrolled
    UNION ALL
    SELECT
        'wave' AS step,
        w.wave_no AS step_no,
        w.wave,
        count(a.participant_id) AS people,
        min(a.completed_on) AS first_day,
        max(a.completed_on) AS last_day
    FROM wave_order AS w
    LEFT JOIN answered AS a ON w.wave = a.wave
    WHERE w.wave IN ($first, $last)
    GROUP BY w.wave, w.wave_no
    UNION ALL
    SELECT
        'paired' AS step,
        10000 AS step_no,
        NULL AS wave,
        count(*) AS people,
        NULL AS first_day,
        NULL AS last_day
    FROM paired
)

SELECT
    s.step,
    s.wave,
    CAST(s.people AS INTEGER) AS people,
    e.people AS enrolled,
    CAST(s.people AS DOUBLE) / nullif(e.people, 0) AS share,
    wilson_low(s.people, e.people) AS ci_low,
    wilson_high(s.people, e.people) AS ci_high,
    s.first_day,
    s.last_day
FROM step AS s
CROSS JOIN enrolled AS e
ORDER BY s.step_no
