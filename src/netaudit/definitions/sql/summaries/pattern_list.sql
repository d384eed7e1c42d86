/*---
grain = "one row per participant who completed the audit of the wave, and pattern"
parameters = ["now"]
---*/
-- The selection comes without a wave. before is what was shown at the completed wave before;
-- distance is the share of the contacts, or of the pairs, that would have to be different: on watch
-- the easier change is enough, when clear each has to come. waves are all in which anybody answered,
-- states what was shown at each, NULL where the participant did not answer. Evaluators work with codes.
WITH state AS (
    SELECT
        a.participant_id,
        a.wave,
        a.wave_no,
        n.n,
        n.pairs,
        s.*,
        lag(s.display) OVER across_waves AS before
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    WHERE a.is_completed
    WINDOW across_waves AS (PARTITION BY a.participant_id, s.pattern ORDER BY a.wave_no)
),

held_wave AS (
    SELECT DISTINCT
        wave,
        wave_no
    FROM state
),

every_wave AS (
    SELECT
        n.participant_id,
        n.pattern,
        list(w.wave ORDER BY w.wave_no) AS waves,
        list(s.display ORDER BY w.wave_no) AS states
    FROM state AS n
    CROSS JOIN held_wave AS w
    LEFT JOIN state AS s
        ON n.participant_id = s.participant_id AND n.pattern = s.pattern AND w.wave = s.wave
    WHERE n.wave = $now
    GROUP BY n.participant_id, n.pattern
)

SELECT
    s.participant_id,
    CASE WHEN $viewer['role'] <> 'evaluator' THEN p.name END AS name,
    s.pattern,
    s.computed,
    s.own,
    s.display,
    s.basis,
    s.gap,
    s.gap_pairs,
    s.is_borderline,
    s.evidence,
    s.before,
    s.display = 'watch' AND coalesce(s.before <> 'watch', FALSE) AS is_new,
    p.organisation,
    w.waves,
    w.states,
    CASE s.computed
        WHEN 'watch'
            THEN least(s.gap / nullif(s.n, 0), s.gap_pairs / nullif(s.pairs, 0))
        WHEN 'clear'
            THEN greatest(s.gap / nullif(s.n, 0), s.gap_pairs / nullif(s.pairs, 0))
    END AS distance
FROM state AS s
INNER JOIN every_wave AS w ON s.participant_id = w.participant_id AND s.pattern = w.pattern
INNER JOIN participants AS p ON s.participant_id = p.participant_id
WHERE s.wave = $now
ORDER BY p.cohort, natural_order(s.participant_id), s.participant_id, list_position(
    ['birds_of_a_feather', 'network_lag', 'echo_chamber', 'pigeonholing'], s.pattern
)
