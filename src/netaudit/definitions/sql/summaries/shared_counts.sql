/*---
grain = "one row per number of participants: how many people are named by so many of those who consent to matching, at one wave"
---*/
WITH person AS (
    SELECT
        m.person,
        count(*) AS named_by
    FROM selected_mention($viewer, $selection) AS m
    GROUP BY m.person
)

SELECT
    named_by,
    count(*) AS people
FROM person
GROUP BY named_by
ORDER BY named_by
