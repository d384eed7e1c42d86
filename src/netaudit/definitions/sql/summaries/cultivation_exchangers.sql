/*---
grain = "one row: participants who answered about exchanging knowledge at one wave, by the part they take"
---*/
WITH person AS (
    SELECT
        a.audit_id,
        count(e.role) AS roles,
        count(*) FILTER (WHERE e.role = 'organise') AS organised,
        count(*) FILTER (WHERE e.role IN ('organise', 'contribute')) AS carried
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
    LEFT JOIN exchange AS e ON a.participant_id = e.participant_id AND a.wave = e.wave
    WHERE q.topic = 'exchange'
    GROUP BY a.audit_id
)

SELECT
    count(*) AS participants,
    count(*) FILTER (WHERE organised > 0) AS organise,
    count(*) FILTER (WHERE carried > 0) AS organise_or_contribute,
    count(*) FILTER (WHERE roles > 0 AND carried = 0) AS attend_only,
    count(*) FILTER (WHERE roles = 0) AS nothing,
    CAST(organise_or_contribute AS DOUBLE)
    / nullif(participants, 0) AS organise_or_contribute_share,
    CAST(attend_only AS DOUBLE) / nullif(participants, 0) AS attend_only_share,
    CAST(nothing AS DOUBLE) / nullif(participants, 0) AS nothing_share
FROM person
