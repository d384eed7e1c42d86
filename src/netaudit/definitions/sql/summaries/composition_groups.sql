/*---
grain = "one row per group of participants: the mean of one measure in it"
parameters = ["attribute", "measure"]
---*/
-- Those whose group is not known are in whole and whole_mean, which are the same in every row.
WITH person AS (
    SELECT
        a.participant_id,
        m.value
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE m.measure = $measure AND m.attribute IS NULL AND m.value IS NOT NULL
)

SELECT
    g.category,
    count(*) AS participants,
    avg(p.value) AS mean,
    (SELECT count(*) FROM person) AS whole,
    (SELECT avg(value) FROM person) AS whole_mean
FROM person AS p
INNER JOIN participant_attribute AS g ON p.participant_id = g.participant_id
WHERE g.attribute = $attribute
GROUP BY g.category
ORDER BY g.category
