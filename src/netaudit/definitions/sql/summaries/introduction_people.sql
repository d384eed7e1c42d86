/*---
grain = "one row per participant who agrees to be introduced, and has completed an audit"
---*/
WITH agreeing AS (
    SELECT DISTINCT participant_id
    FROM introduction_topic($viewer, $selection)
)

SELECT
    p.participant_id,
    p.cohort,
    p.name,
    p.email,
    nullif(p.organisation, 'unknown') AS organisation,
    nullif(p.function, 'unknown') AS function
FROM agreeing AS a
INNER JOIN participants AS p ON a.participant_id = p.participant_id
ORDER BY p.cohort, natural_order(p.participant_id), p.participant_id
