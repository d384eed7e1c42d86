/*---
grain = "one row per wave and activity that anybody answered: how far it has come, and who has taken it up"
---*/
-- Taken up: doing or done. An activity left blank was not answered.
SELECT
    a.wave,
    a.wave_no,
    v.activity,
    count(*) AS answered,
    count(*) FILTER (WHERE v.status = 'not_for_me') AS not_for_me,
    count(*) FILTER (WHERE v.status = 'planned') AS planned,
    count(*) FILTER (WHERE v.status = 'doing') AS doing,
    count(*) FILTER (WHERE v.status = 'done') AS done,
    count(*) FILTER (WHERE v.status IN ('doing', 'done')) AS taken_up,
    CAST(not_for_me AS DOUBLE) / nullif(answered, 0) AS not_for_me_share,
    CAST(planned AS DOUBLE) / nullif(answered, 0) AS planned_share,
    CAST(doing AS DOUBLE) / nullif(answered, 0) AS doing_share,
    CAST(done AS DOUBLE) / nullif(answered, 0) AS done_share,
    CAST(taken_up AS DOUBLE) / nullif(answered, 0) AS share,
    wilson_low(taken_up, answered) AS ci_low,
    wilson_high(taken_up, answered) AS ci_high
FROM selected_audit($viewer, $selection) AS a
INNER JOIN activities AS v ON a.participant_id = v.participant_id AND a.wave = v.wave
WHERE v.status IS NOT NULL
GROUP BY a.wave, a.wave_no, v.activity
ORDER BY a.wave_no, list_position(
    [
        'internal_external_opportunities', 'active_role_at_events', 'social_media',
        'own_community', 'extracurricular', 'multiple_mentors', 'offer_to_mentor'
    ], v.activity
)
