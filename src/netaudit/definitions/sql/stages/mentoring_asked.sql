/*---
grain = "one row per cohort and wave at which mentoring was asked about"
needs = ["audit"]
---*/
-- It looks across participants: with nobody's answer there, the question was not asked, and nobody
-- is without a mentor for that.
SELECT DISTINCT
    a.cohort,
    a.wave
FROM audit AS a
INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
ORDER BY a.cohort, a.wave
