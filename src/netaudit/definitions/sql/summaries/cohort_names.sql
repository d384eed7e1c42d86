/*---
grain = "one row per cohort of the programme, whether or not anybody is in it yet"
selects = false
whole_programme = true
---*/
SELECT cohort
FROM participants
UNION
SELECT cohort
FROM declared_cohort
ORDER BY cohort DESC
