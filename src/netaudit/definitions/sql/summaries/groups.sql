/*---
grain = "one row per attribute and category that participants can be grouped by"
---*/
SELECT
    g.attribute,
    g.category,
    count(*) AS participants
FROM selected_participant($viewer, $selection) AS p
INNER JOIN participant_attribute AS g ON p.participant_id = g.participant_id
GROUP BY ALL
ORDER BY g.attribute, g.category
