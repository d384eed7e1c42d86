/*---
grain = "one row: the programme's settings, its waves in order among them"
selects = false
whole_programme = true
---*/
SELECT
    s.*,
    (SELECT list(w.wave ORDER BY w.wave_no) FROM wave_order AS w) AS waves
FROM setting AS s
