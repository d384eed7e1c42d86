/*---
grain = "one row per audit: a participant at a wave"
---*/
-- Blank statuses are read here and not at import: what a blank means depends on the rows that
-- stand in the other tables, and a later import may replace those.
WITH listed AS (
    SELECT DISTINCT
        participant_id,
        wave
    FROM contacts
),

tied AS (
    SELECT DISTINCT
        participant_id,
        wave
    FROM ties
)

SELECT
    CAST(row_number() OVER (ORDER BY a.participant_id, w.wave_no) AS INTEGER) AS audit_id,
    a.participant_id,
    p.cohort,
    a.wave,
    w.wave_no,
    a.completed_on,
    a.completed_with,
    a.could_name_more,
    coalesce(
        a.contacts_status, CASE WHEN l.wave IS NULL THEN 'not_done' ELSE 'complete' END
    ) AS contacts_status,
    coalesce(
        a.ties_status, CASE WHEN t.wave IS NULL THEN 'not_asked' ELSE 'all_pairs_asked' END
    ) AS ties_status,
    coalesce(a.contacts_status, CASE WHEN l.wave IS NULL THEN 'not_done' END, 'complete')
    <> 'not_done' AS is_completed,
    a.self_birds_of_a_feather,
    a.self_network_lag,
    a.self_echo_chamber,
    a.self_pigeonholing
FROM audits AS a
INNER JOIN participants AS p ON a.participant_id = p.participant_id
INNER JOIN wave_order AS w ON a.wave = w.wave
LEFT JOIN listed AS l ON a.participant_id = l.participant_id AND a.wave = l.wave
LEFT JOIN tied AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
ORDER BY audit_id
