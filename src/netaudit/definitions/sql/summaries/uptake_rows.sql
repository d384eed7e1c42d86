/*---
grain = "one row per cohort, wave and line of mentoring uptake, of the selection"
---*/
SELECT
    u.cohort,
    u.wave,
    u.what,
    u.category,
    u.k,
    u.n_enrolled,
    u.n_answered,
    u.share,
    u.ci_low,
    u.ci_high
FROM mentoring_uptake AS u
WHERE
    u.cohort IN (SELECT p.cohort FROM selected_participant($viewer, $selection) AS p)
    AND ($selection['wave'] IS NULL OR u.wave = $selection['wave'])
ORDER BY u.cohort, u.wave_no, u.line_no
