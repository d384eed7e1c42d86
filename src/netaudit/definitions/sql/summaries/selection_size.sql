/*---
grain = "one row: how many people and audits a selection holds"
---*/
SELECT
    (SELECT count(*) FROM selected_participant($viewer, $selection)) AS participants,
    count(*) AS due,
    count(*) FILTER (WHERE is_completed) AS completed
FROM selected_audit($viewer, $selection)
