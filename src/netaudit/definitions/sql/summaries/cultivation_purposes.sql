/*---
grain = "one row per purpose at one wave: whose list covers it, and who has an action to develop it"
---*/
-- Participants who said what a contact is for and answered about actions. Where contacts are without
-- an answer, the list may cover more.
WITH person AS (
    SELECT
        a.audit_id,
        p.purpose,
        p.contacts > 0 AS is_covered,
        coalesce(bool_or(t.purpose = p.purpose), FALSE) AS is_wanted
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
    INNER JOIN purpose_count AS p ON a.audit_id = p.audit_id
    LEFT JOIN action_to_date AS t ON a.audit_id = t.audit_id
    WHERE q.topic = 'actions' AND p.answered > 0
    GROUP BY a.audit_id, p.purpose, p.contacts
)

SELECT
    purpose,
    count(*) AS participants,
    count(*) FILTER (WHERE is_covered) AS covered,
    count(*) FILTER (WHERE is_wanted) AS wanted,
    count(*) FILTER (WHERE is_covered AND is_wanted) AS covered_wanted,
    count(*) FILTER (WHERE is_covered AND NOT is_wanted) AS covered_only,
    count(*) FILTER (WHERE NOT is_covered AND is_wanted) AS missing_wanted,
    count(*) FILTER (WHERE NOT is_covered AND NOT is_wanted) AS missing_only,
    CAST(covered_wanted AS DOUBLE) / nullif(participants, 0) AS covered_wanted_share,
    CAST(covered_only AS DOUBLE) / nullif(participants, 0) AS covered_only_share,
    CAST(missing_wanted AS DOUBLE) / nullif(participants, 0) AS missing_wanted_share,
    CAST(missing_only AS DOUBLE) / nullif(participants, 0) AS missing_only_share
FROM person
GROUP BY purpose
ORDER BY list_position(['operational', 'personal', 'strategic'], purpose)
