/*---
grain = "one row per two participants of a cohort who name somebody in common at one wave"
---*/
-- weight counts each person in common as 1 / (how many name them - 1), after Newman 2001: somebody
-- whom everybody names joins two people less than somebody whom only these two name. is_shown: the
-- viewer may be told who they are.
WITH mention AS (
    SELECT
        m.*,
        count(*) OVER (PARTITION BY m.cohort, m.person) AS named_by,
        count(*) OVER (PARTITION BY m.audit_id) AS listed
    FROM selected_mention($viewer, $selection) AS m
)

SELECT
    a.participant_id,
    b.participant_id AS other_participant_id,
    CASE WHEN $viewer['role'] = 'coordinator' THEN any_value(p.name) END AS name,
    CASE WHEN $viewer['role'] = 'coordinator' THEN any_value(o.name) END AS other_name,
    count(*) AS shared,
    any_value(a.listed) AS listed,
    any_value(b.listed) AS other_listed,
    count(*) / nullif(any_value(a.listed) + any_value(b.listed) - count(*), 0) AS jaccard,
    sum(1 / nullif(a.named_by - 1, 0)) AS weight,
    bool_and(a.is_shown AND b.is_shown) AS is_shown
FROM mention AS a
INNER JOIN mention AS b
    ON a.person = b.person AND a.cohort = b.cohort AND a.participant_id < b.participant_id
INNER JOIN participants AS p ON a.participant_id = p.participant_id
INNER JOIN participants AS o ON b.participant_id = o.participant_id
GROUP BY a.participant_id, b.participant_id
ORDER BY shared DESC, weight DESC, a.participant_id ASC, b.participant_id ASC
