/*---
grain = "one row per cohort, wave and kind of contradiction in what is said of pairs of contacts"
---*/
-- strangers_again: the two knew each other at the participant's previous wave and do not now;
-- introduced_strangers: the participant introduced them, and they do not know each other.
WITH said AS (
    SELECT
        a.participant_id,
        a.cohort,
        a.wave,
        a.wave_no,
        least(t.contact_a, t.contact_b) AS low_id,
        greatest(t.contact_a, t.contact_b) AS high_id,
        bool_or(coalesce(t.tie, 'acquainted') IN ('acquainted', 'work_closely')) AS is_tied,
        bool_or(t.tie = 'do_not_know') AS is_untied,
        bool_or(t.introduced_by_me = 'yes') AS is_introduced
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN ties AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
    WHERE a.is_completed
    GROUP BY a.participant_id, a.cohort, a.wave, a.wave_no, low_id, high_id
),

beside_before AS (
    SELECT
        participant_id,
        cohort,
        wave,
        wave_no,
        is_untied,
        is_introduced,
        lag(is_tied) OVER (
            PARTITION BY participant_id, low_id, high_id
            ORDER BY wave_no
        ) AS was_tied
    FROM said
),

judged AS (
    SELECT
        participant_id,
        cohort,
        wave,
        wave_no,
        'strangers_again' AS kind,
        was_tied IS NOT NULL AS is_known,
        was_tied AND is_untied AS contradicts
    FROM beside_before
    UNION ALL
    SELECT
        participant_id,
        cohort,
        wave,
        wave_no,
        'introduced_strangers' AS kind,
        is_introduced IS NOT NULL AS is_known,
        is_introduced AND is_untied AS contradicts
    FROM beside_before
)

SELECT
    cohort,
    wave,
    wave_no,
    kind,
    count(*) AS pairs,
    count(*) FILTER (WHERE contradicts) AS contradictions,
    count(DISTINCT participant_id) FILTER (WHERE contradicts) AS participants
FROM judged
WHERE is_known
GROUP BY cohort, wave, wave_no, kind
ORDER BY cohort DESC, wave_no ASC, kind DESC
