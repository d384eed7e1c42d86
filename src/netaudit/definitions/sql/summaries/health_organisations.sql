/*---
grain = "one row per organisation and wave: how many are expected to answer, and have answered"
---*/
-- The selection comes without a wave. Those whose organisation is not known are a row of their own.
WITH held_wave AS (
    SELECT DISTINCT
        wave,
        wave_no
    FROM selected_audit($viewer, $selection)
),

sized AS (
    SELECT
        *,
        count(*) OVER (PARTITION BY organisation) AS participants
    FROM selected_participant($viewer, $selection)
)

SELECT
    p.organisation,
    p.participants,
    w.wave,
    w.wave_no,
    count(*) FILTER (WHERE a.is_completed OR p.status IS DISTINCT FROM 'withdrawn') AS expected,
    count(*) FILTER (WHERE a.is_completed) AS answered
FROM sized AS p
CROSS JOIN held_wave AS w
LEFT JOIN visible_audit($viewer) AS a
    ON p.participant_id = a.participant_id AND w.wave = a.wave
GROUP BY p.organisation, p.participants, w.wave, w.wave_no
ORDER BY p.participants DESC, p.organisation ASC NULLS LAST, w.wave_no ASC
