/*---
grain = "one row: participants who could write down strengths and weaknesses at one wave, and who did"
---*/
WITH person AS (
    SELECT
        a.audit_id,
        coalesce(any_value(q.n) FILTER (WHERE q.topic = 'strength'), 0) AS strengths,
        coalesce(any_value(q.n) FILTER (WHERE q.topic = 'weakness'), 0) AS weaknesses
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
    WHERE q.topic IN ('strength', 'weakness')
    GROUP BY a.audit_id
)

SELECT
    count(*) AS participants,
    count(*) FILTER (WHERE strengths > 0) AS with_strength,
    count(*) FILTER (WHERE weaknesses > 0) AS with_weakness,
    count(*) FILTER (WHERE strengths > 0 AND weaknesses > 0) AS with_both,
    count(*) FILTER (WHERE strengths = 0 AND weaknesses = 0) AS with_neither,
    CAST(with_strength AS DOUBLE) / nullif(participants, 0) AS with_strength_share,
    CAST(with_weakness AS DOUBLE) / nullif(participants, 0) AS with_weakness_share,
    CAST(with_both AS DOUBLE) / nullif(participants, 0) AS with_both_share,
    CAST(with_neither AS DOUBLE) / nullif(participants, 0) AS with_neither_share
FROM person
