/*---
grain = "one row per way a mentor was found and way of approach: open relationships in which the participant is mentored"
---*/
-- source and approach are NULL where not answered. from_source counts the source's relationships
-- over all ways of approach; began_with_talk those that began with an exploratory conversation, of
-- talk_known.
WITH counted AS (
    SELECT
        m.source,
        m.approach,
        count(*) AS relationships,
        count(DISTINCT a.participant_id) AS participants,
        count(*) FILTER (WHERE m.exploratory_first = 'yes') AS began_with_talk,
        count(m.exploratory_first) AS talk_known
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN mentoring_open AS m ON a.audit_id = m.audit_id
    WHERE m.receives
    GROUP BY m.source, m.approach
)

SELECT
    *,
    CAST(sum(relationships) OVER (PARTITION BY source) AS INTEGER) AS from_source
FROM counted
ORDER BY from_source DESC, source ASC, relationships DESC, approach ASC
