/*---
grain = "one row per audit of a participant and pair of contacts who know each other, lower number first"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    least(x.contact_number, y.contact_number) AS low_number,
    greatest(x.contact_number, y.contact_number) AS high_number,
    bool_or(coalesce(t.tie = 'work_closely', FALSE)) AS works_closely
FROM visible_audit($viewer) AS a
INNER JOIN ties AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN contact_number AS x
    ON t.participant_id = x.participant_id AND t.contact_a = x.contact_id
INNER JOIN contact_number AS y
    ON t.participant_id = y.participant_id AND t.contact_b = y.contact_id
WHERE
    a.participant_id = $participant
    AND a.is_completed
    AND coalesce(t.tie, 'acquainted') IN ('acquainted', 'work_closely')
    AND x.contact_number <> y.contact_number
GROUP BY ALL
ORDER BY a.wave, low_number, high_number
