/*---
grain = "one row per line of mentoring uptake and two waves at which mentoring was asked about, the earlier first: the same people at both"
---*/
-- The selection comes without a wave. n counts the participants whose answer to the line is known at
-- both waves, of answered_both with answers about mentoring at both.
WITH answer AS (
    SELECT
        a.participant_id,
        a.wave,
        a.wave_no,
        q.line_no,
        q.what,
        any_true(s.code = q.code, s.audit_id) AS holds
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
    INNER JOIN mentoring_question AS q ON q.category IS NULL
    LEFT JOIN mentoring_statement AS s ON a.audit_id = s.audit_id AND q.item = s.item
    WHERE p.is_known
    GROUP BY ALL
),

counted AS (
    SELECT
        f.wave AS first_wave,
        f.wave_no AS first_wave_no,
        t.wave AS last_wave,
        t.wave_no AS last_wave_no,
        f.line_no,
        f.what,
        count(*) AS answered_both,
        count(f.holds = t.holds) AS n,
        count(*) FILTER (WHERE f.holds AND t.holds) AS kept,
        count(*) FILTER (WHERE NOT f.holds AND t.holds) AS gained,
        count(*) FILTER (WHERE f.holds AND NOT t.holds) AS lost,
        count(*) FILTER (WHERE NOT f.holds AND NOT t.holds) AS neither
    FROM answer AS f
    INNER JOIN answer AS t
        ON
            f.participant_id = t.participant_id
            AND f.line_no = t.line_no
            AND f.wave_no < t.wave_no
    GROUP BY ALL
)

SELECT
    first_wave,
    first_wave_no,
    last_wave,
    last_wave_no,
    line_no,
    what,
    answered_both,
    n,
    kept,
    gained,
    lost,
    neither,
    kept + lost AS k_first,
    kept + gained AS k_last,
    paired_difference(gained, lost, n) AS difference,
    bonett_price_low(gained, lost, n) AS ci_low,
    bonett_price_high(gained, lost, n) AS ci_high
FROM counted
ORDER BY first_wave_no, last_wave_no, line_no
