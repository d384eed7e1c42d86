/*---
grain = "one row per participant of the selection: to whom a personal link may be sent"
---*/
-- Names and addresses are for coordinators alone.
SELECT
    p.participant_id,
    CASE WHEN $viewer['role'] = 'coordinator' THEN p.name END AS name,
    CASE WHEN $viewer['role'] = 'coordinator' THEN p.email END AS email,
    p.cohort,
    coalesce(p.status = 'withdrawn', FALSE) AS has_left
FROM selected_participant($viewer, $selection) AS p
ORDER BY p.cohort, natural_order(p.participant_id), p.participant_id
