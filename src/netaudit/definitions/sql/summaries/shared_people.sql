/*---
grain = "one row per person named by several of those whom the viewer may be told of, at one wave"
---*/
-- Labels are those that the namers share with the viewer; names of participants go to coordinators.
WITH mention AS (
    SELECT m.*
    FROM selected_mention($viewer, $selection) AS m
    WHERE m.is_shown
)

SELECT
    m.person,
    count(*) AS named_by,
    list(m.participant_id ORDER BY natural_order(m.participant_id), m.participant_id) AS codes,
    list(
        CASE WHEN $viewer['role'] = 'coordinator' THEN p.name END
        ORDER BY natural_order(m.participant_id), m.participant_id
    ) AS names,
    list_sort(list(DISTINCT l.label) FILTER (WHERE l.label IS NOT NULL)) AS labels,
    count(*) FILTER (WHERE list_contains(string_split(c.purposes, '|'), 'strategic')) AS strategic
FROM mention AS m
INNER JOIN participants AS p ON m.participant_id = p.participant_id
INNER JOIN contacts AS c
    ON m.participant_id = c.participant_id AND m.wave = c.wave AND m.contact_id = c.contact_id
LEFT JOIN visible_label($viewer) AS l
    ON m.participant_id = l.participant_id AND m.wave = l.wave AND m.contact_id = l.contact_id
GROUP BY m.person
HAVING count(*) >= 2
ORDER BY named_by DESC, codes ASC, m.person ASC
