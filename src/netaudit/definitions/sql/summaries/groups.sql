/*---
grain = "one row per attribute and category that participants can be grouped by"
---*/
-- others counts everybody else of the selection, those whose category is not known included:
-- whoever sees a group's figures beside everybody's can subtract one from the other.
WITH everybody AS (
    SELECT count(*) AS participants
    FROM selected_participant($viewer, $selection)
)

SELECT
    g.attribute,
    g.category,
    count(*) AS participants,
    any_value(e.participants) - count(*) AS others,
    any_value(s.minimum_group) AS minimum_group
FROM selected_participant($viewer, $selection) AS p
INNER JOIN participant_attribute AS g ON p.participant_id = g.participant_id
CROSS JOIN everybody AS e
CROSS JOIN setting AS s
GROUP BY ALL
ORDER BY g.attribute, g.category
