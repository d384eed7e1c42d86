/*---
grain = "one row per place on the field of external share and density (from 20 participants on), or per quarter of it"
---*/
-- Below 20 participants x and y are NULL: a single place would be a person.
WITH person AS (
    SELECT
        a.audit_id,
        1 - any_value(m.value) FILTER (WHERE m.measure = 'internal_share') AS external_share,
        any_value(m.value) FILTER (WHERE m.measure = 'density') AS density
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE a.is_completed
    GROUP BY a.audit_id
),

everybody AS (
    SELECT
        count(external_share + density) AS whole,
        count(*) - count(external_share + density) AS unplaced
    FROM person
),

placed AS (
    SELECT
        CASE WHEN e.whole >= 20 THEN p.external_share END AS x,
        CASE WHEN e.whole >= 20 THEN p.density END AS y,
        CASE WHEN p.density >= 0.5 THEN 'close' ELSE 'open' END
        || CASE WHEN p.external_share >= 0.5 THEN '_mixed' ELSE '_inside' END AS quarter,
        e.whole,
        e.unplaced
    FROM person AS p
    CROSS JOIN everybody AS e
    WHERE p.external_share + p.density IS NOT NULL
)

SELECT
    x,
    y,
    quarter,
    count(*) AS participants,
    any_value(whole) AS whole,
    any_value(unplaced) AS unplaced
FROM placed
GROUP BY x, y, quarter
ORDER BY quarter, x, y
