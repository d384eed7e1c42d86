/*---
grain = "one row per audit and pattern: what the list says, what the participant says, and what is shown"
needs = ["audit", "network", "pattern_rule"]
---*/
-- The participant's own rating of 3 or 4 is high, of 1 or 2 low. basis says where the state shown
-- comes from; the list and a rating that point the same way are both.
WITH self_rating AS (
    UNPIVOT (
        SELECT
            audit_id,
            self_birds_of_a_feather AS birds_of_a_feather,
            self_network_lag AS network_lag,
            self_echo_chamber AS echo_chamber,
            self_pigeonholing AS pigeonholing
        FROM audit
    )
    ON birds_of_a_feather, network_lag, echo_chamber, pigeonholing
    INTO NAME pattern VALUE extent
),

compared AS (
    SELECT
        r.*,
        n.pairs,
        CASE WHEN s.extent >= 3 THEN 'high' WHEN s.extent >= 1 THEN 'low' END AS own
    FROM pattern_rule AS r
    INNER JOIN network AS n ON r.audit_id = n.audit_id
    LEFT JOIN self_rating AS s ON r.audit_id = s.audit_id AND r.pattern = s.pattern
)

SELECT
    audit_id,
    pattern,
    computed,
    own,
    CASE
        WHEN computed = 'watch' OR own = 'high' THEN 'watch'
        WHEN computed = 'clear' THEN 'clear'
        ELSE 'not_enough_information'
    END AS display,
    CASE
        WHEN computed = 'watch' AND own = 'high' THEN 'both'
        WHEN computed = 'watch' THEN 'list'
        WHEN own = 'high' THEN 'own'
        WHEN computed = 'clear' AND own = 'low' THEN 'both'
        WHEN computed = 'clear' THEN 'list'
    END AS basis,
    gap,
    gap_pairs,
    is_near_line(gap, gap_pairs, pairs) AS is_borderline,
    evidence
FROM compared
ORDER BY audit_id, pattern
