/*---
grain = "one row per attribute that tells the selected participants apart"
---*/
-- large_groups counts the groups in which, as in everybody else, enough participants completed an
-- audit.
WITH person AS (
    SELECT DISTINCT participant_id
    FROM selected_audit($viewer, $selection)
    WHERE is_completed
),

grouped AS (
    SELECT
        g.attribute,
        g.category,
        count(*) AS participants
    FROM person AS p
    INNER JOIN participant_attribute AS g ON p.participant_id = g.participant_id
    GROUP BY g.attribute, g.category
)

SELECT
    g.attribute,
    count(*) FILTER (
        WHERE g.participants BETWEEN s.minimum_group
        AND (SELECT count(*) FROM person) - s.minimum_group
    ) AS large_groups
FROM grouped AS g
CROSS JOIN setting AS s
GROUP BY g.attribute
HAVING count(*) > 1
ORDER BY
    list_position(['organisation', 'function', 'sector', 'level', 'place'], g.attribute) NULLS LAST,
    g.attribute
