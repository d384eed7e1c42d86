/*---
grain = "one row per statement about a participant's mentors: to how many it applies, of those for whom that is known"
---*/
-- several is asked of everybody who answered; how mentors were found, and whether they are on the
-- contact list, of those with a mentor; what tells mentors apart, of those with two or more.
WITH person AS (
    SELECT
        m.mentors >= 2 AS several,
        m.types_differ,
        m.systems_differ,
        m.covers_more,
        m.own_find,
        m.programme_find,
        m.own_find AND m.programme_find AS both_finds,
        CASE WHEN m.mentors > 0 THEN m.listed > 0 END AS listed,
        CASE WHEN m.mentors > 0 THEN m.listed = m.mentors END AS all_listed
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN mentoring_mentors AS m ON a.audit_id = m.audit_id
),

answer AS (
    UNPIVOT person
    ON COLUMNS(*)
    INTO NAME line VALUE holds
),

counted AS (
    SELECT
        line,
        count(*) FILTER (WHERE holds) AS k,
        count(*) AS n
    FROM answer
    GROUP BY line
)

SELECT
    line,
    k,
    n,
    CAST(k AS DOUBLE) / nullif(n, 0) AS share,
    wilson_low(k, n) AS ci_low,
    wilson_high(k, n) AS ci_high
FROM counted
ORDER BY line
