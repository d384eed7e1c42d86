/*---
grain = "one row: open relationships in which participants of the selection are mentored"
---*/
-- began_with_talk counts those that began with an exploratory conversation, of talk_known.
SELECT
    count(*) AS relationships,
    count(DISTINCT a.participant_id) AS participants,
    count(*) FILTER (WHERE m.exploratory_first = 'yes') AS began_with_talk,
    count(m.exploratory_first) AS talk_known
FROM selected_audit($viewer, $selection) AS a
INNER JOIN mentoring_open AS m ON a.audit_id = m.audit_id
WHERE m.receives
