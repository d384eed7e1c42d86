/*---
grain = "one row per wave at which mentoring was asked about, and line of mentoring uptake"
---*/
-- For whole cohorts the same as mentoring_uptake, one cohort or several. n_known counts the
-- participants with answers about mentoring, n_answered those whose answer to the line is known.
-- share and its interval are of those enrolled, share_answered and its interval of n_answered.
WITH total AS (
    SELECT CAST(sum(enrolled) AS INTEGER) AS n_enrolled
    FROM selected_enrolment($viewer, $selection)
),

answer AS (
    SELECT
        a.audit_id,
        a.wave,
        a.wave_no,
        q.line_no,
        q.what,
        q.category,
        any_true(s.code = q.code, s.audit_id) AS holds
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
    CROSS JOIN mentoring_question AS q
    LEFT JOIN mentoring_statement AS s ON a.audit_id = s.audit_id AND q.item = s.item
    WHERE p.is_known
    GROUP BY ALL
),

counted AS (
    SELECT
        wave,
        wave_no,
        line_no,
        what,
        category,
        count(*) FILTER (WHERE holds) AS k,
        count(*) AS n_known,
        count(holds) AS n_answered
    FROM answer
    GROUP BY ALL
)

SELECT
    c.wave,
    c.wave_no,
    c.line_no,
    c.what,
    c.category,
    c.k,
    t.n_enrolled,
    c.n_known,
    c.n_answered,
    CAST(c.k AS DOUBLE) / nullif(t.n_enrolled, 0) AS share,
    wilson_low(c.k, t.n_enrolled) AS ci_low,
    wilson_high(c.k, t.n_enrolled) AS ci_high,
    CAST(c.k AS DOUBLE) / nullif(c.n_answered, 0) AS share_answered,
    wilson_low(c.k, c.n_answered) AS ci_low_answered,
    wilson_high(c.k, c.n_answered) AS ci_high_answered
FROM counted AS c
CROSS JOIN total AS t
ORDER BY c.wave_no, c.line_no
