/*---
grain = "one row: how many of those selected completed an audit and have not left, and how many of them agree to be introduced"
---*/
SELECT
    count(DISTINCT p.participant_id) AS participants,
    count(DISTINCT p.participant_id) FILTER (WHERE p.consent_introductions = 'yes') AS agreeing
FROM selected_participant($viewer, $selection) AS p
INNER JOIN visible_audit($viewer) AS a ON p.participant_id = a.participant_id
WHERE a.is_completed AND p.status IS DISTINCT FROM 'withdrawn'
