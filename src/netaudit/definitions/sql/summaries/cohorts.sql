/*---
grain = "one row per cohort the viewer may see"
selects = false
---*/
-- enrolled is what the programme declares; where it declares nothing, its participants are counted.
WITH seen AS (
    SELECT
        cohort,
        count(*) AS participants
    FROM visible_participant($viewer)
    GROUP BY cohort
)

SELECT
    s.cohort,
    coalesce(d.name, s.cohort) AS name,
    coalesce(d.arm, 'programme') AS arm,
    greatest(coalesce(d.enrolled, 0), s.participants) AS enrolled,
    s.participants,
    d."start",
    d."end"
FROM seen AS s
LEFT JOIN declared_cohort AS d ON s.cohort = d.cohort
ORDER BY d."start" DESC NULLS LAST, s.cohort DESC
