/*---
grain = "one row per step from enrolment to the answers that can be compared: enrolled, each wave, first and last wave"
---*/
-- The selection comes without a wave.
WITH total AS (
    SELECT CAST(coalesce(sum(enrolled), 0) AS INTEGER) AS enrolled
    FROM selected_enrolment($viewer, $selection)
),

answered AS (
    SELECT
        wave,
        wave_no,
        count(*) AS due,
        count(*) FILTER (WHERE is_completed) AS completed
    FROM selected_audit($viewer, $selection)
    GROUP BY wave, wave_no
),

ends AS (
    SELECT
        min(wave_no) AS first_no,
        max(wave_no) AS last_no
    FROM answered
    WHERE completed > 0
),

matched_participant AS (
    SELECT a.participant_id
    FROM selected_audit($viewer, $selection) AS a
    CROSS JOIN ends AS e
    WHERE a.is_completed AND a.wave_no IN (e.first_no, e.last_no)
    GROUP BY a.participant_id
    HAVING count(*) = 2
),

matched AS (
    SELECT count(*) AS participants
    FROM matched_participant
),

step AS (
    SELECT
        'enrolled' AS step,
        0 AS step_no,
        NULL AS wave,
        CAST(NULL AS BIGINT) AS due,
        enrolled AS participants
    FROM total
    UNION ALL
    SELECT
        'wave' AS step,
        wave_no AS step_no,
        wave,
        due,
        completed AS participants
    FROM answered
    UNION ALL
    SELECT
        'matched' AS step,
        e.last_no + 1000 AS step_no,
        NULL AS wave,
        NULL AS due,
        m.participants
    FROM matched AS m
    CROSS JOIN ends AS e
    WHERE e.first_no < e.last_no
)

SELECT
    s.step,
    s.wave,
    CAST(s.due AS INTEGER) AS due,
    CAST(s.participants AS INTEGER) AS participants,
    t.enrolled,
    CAST(s.participants AS DOUBLE) / nullif(t.enrolled, 0) AS share
FROM step AS s
CROSS JOIN total AS t
ORDER BY s.step_no
