/*---
grain = "one row per cohort, wave at which mentoring was asked about, and line of mentoring uptake"
needs = ["audit", "mentoring_portfolio", "mentoring_question", "mentoring_statement"]
---*/
-- k counts participants with at least one open relationship of the kind. share and its interval are
-- of those enrolled: as many as the programme declares, and never fewer than it has participants.
-- n_answered counts those whose answer is known: a participant without an open relationship of the
-- kind, but with one that may be of the kind, is not among them.
WITH cohort_size AS (
    SELECT
        p.cohort,
        greatest(count(*), coalesce(max(d.enrolled), 0)) AS n_enrolled
    FROM participants AS p
    LEFT JOIN declared_cohort AS d ON p.cohort = d.cohort
    GROUP BY p.cohort
),

asked AS (
    SELECT
        a.cohort,
        a.wave,
        a.wave_no,
        count(*) AS n_known
    FROM audit AS a
    INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
    WHERE p.is_known
    GROUP BY ALL
),

unsure AS (
    SELECT
        audit_id,
        item
    FROM mentoring_statement
    WHERE code IS NULL
),

unsure_count AS (
    SELECT
        a.cohort,
        a.wave,
        u.item,
        count(*) AS n
    FROM unsure AS u
    INNER JOIN audit AS a ON u.audit_id = a.audit_id
    GROUP BY ALL
),

held_count AS (
    SELECT
        a.cohort,
        a.wave,
        s.item,
        s.code,
        count(*) AS k,
        count(u.audit_id) AS k_unsure
    FROM mentoring_statement AS s
    INNER JOIN audit AS a ON s.audit_id = a.audit_id
    LEFT JOIN unsure AS u ON s.audit_id = u.audit_id AND s.item = u.item
    WHERE s.code IS NOT NULL
    GROUP BY ALL
),

uptake AS (
    SELECT
        t.cohort,
        t.wave,
        t.wave_no,
        q.line_no,
        q.what,
        q.category,
        coalesce(h.k, 0) AS k,
        c.n_enrolled,
        t.n_known - (coalesce(u.n, 0) - coalesce(h.k_unsure, 0)) AS n_answered
    FROM asked AS t
    INNER JOIN cohort_size AS c ON t.cohort = c.cohort
    CROSS JOIN mentoring_question AS q
    LEFT JOIN unsure_count AS u ON t.cohort = u.cohort AND t.wave = u.wave AND q.item = u.item
    LEFT JOIN held_count AS h
        ON
            t.cohort = h.cohort
            AND t.wave = h.wave
            AND q.item = h.item
            AND q.code = h.code
)

SELECT
    cohort,
    wave,
    wave_no,
    line_no,
    what,
    category,
    k,
    n_enrolled,
    n_answered,
    CAST(k AS DOUBLE) / nullif(n_enrolled, 0) AS share,
    wilson_low(k, n_enrolled) AS ci_low,
    wilson_high(k, n_enrolled) AS ci_high
FROM uptake
ORDER BY cohort, wave_no, line_no
