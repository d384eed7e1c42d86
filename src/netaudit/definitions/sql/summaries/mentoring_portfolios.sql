/*---
grain = "one row per number of open relationships, three and more together: participants who have that many"
---*/
-- The same figures for everybody asked stand beside each: two and more at once, several types,
-- formal and informal together.
WITH portfolio AS (
    SELECT p.*
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
    WHERE p.is_known
),

everybody AS (
    SELECT
        count(*) AS known,
        count(*) FILTER (WHERE relationships >= 2) AS several,
        count(*) FILTER (WHERE types >= 2) AS several_types,
        count(*) FILTER (WHERE formal > 0 AND informal > 0) AS formal_and_informal
    FROM portfolio
),

step (relationships) AS (
    VALUES (0), (1), (2), (3)
),

counted AS (
    SELECT
        s.relationships,
        count(p.audit_id) AS participants
    FROM step AS s
    LEFT JOIN portfolio AS p ON s.relationships = least(p.relationships, 3)
    GROUP BY s.relationships
)

SELECT
    c.relationships,
    c.participants,
    e.known,
    CAST(c.participants AS DOUBLE) / nullif(e.known, 0) AS share,
    e.several,
    e.several_types,
    e.formal_and_informal
FROM counted AS c
CROSS JOIN everybody AS e
ORDER BY c.relationships
