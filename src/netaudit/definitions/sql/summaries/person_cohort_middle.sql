/*---
grain = "one row per wave and measure of one cohort that enough people have: the middle value"
selects = false
parameters = ["cohort", "measures", "people"]
---*/
-- Nothing here belongs to one person: below $people values there is no row, and so no middle to
-- tell anybody's answer from. Participants read it beside their own figures, so the whole cohort
-- counts for whoever may see somebody in it.
SELECT
    a.wave,
    m.measure,
    count(m.value) AS people,
    median(m.value) AS median
FROM audit AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
WHERE
    a.cohort = $cohort
    AND a.cohort IN (SELECT p.cohort FROM visible_participant($viewer) AS p)
    AND m.attribute IS NULL
    AND list_contains($measures, m.measure)
GROUP BY a.wave, m.measure
HAVING count(m.value) >= $people
ORDER BY a.wave, m.measure
