/*---
grain = "one row: the last day on which an audit of the cohort was completed, up to the wave"
parameters = ["now"]
---*/
-- Of the whole cohort, whatever group is looked at, so that groups are judged by the same day.
SELECT max(a.completed_on) AS last_day
FROM visible_audit($viewer) AS a
CROSS JOIN wave_order AS w
WHERE
    w.wave = $now
    AND a.wave_no <= w.wave_no
    AND ($selection['cohort'] IS NULL OR a.cohort = $selection['cohort'])
