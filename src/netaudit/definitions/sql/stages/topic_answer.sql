/*---
grain = "one row per audit and topic of what participants do that the audit answered: how many rows it has on it"
needs = ["audit"]
---*/
-- A topic was asked about at a wave if anybody of the cohort has a row on it there. Where it was,
-- whoever completed the audit has answered, also with nothing to name; with nobody's row it was not
-- asked, and nobody is without for that.
WITH topic_row AS (
    SELECT
        participant_id,
        wave,
        'activities' AS topic
    FROM activities
    WHERE status IS NOT NULL
    UNION ALL
    SELECT
        participant_id,
        wave,
        'actions' AS topic
    FROM actions
    UNION ALL
    SELECT
        participant_id,
        wave,
        'exchange' AS topic
    FROM exchange
    UNION ALL
    SELECT
        participant_id,
        wave,
        item AS topic
    FROM reflections
),

given AS (
    SELECT
        a.audit_id,
        a.cohort,
        a.wave,
        t.topic,
        count(*) AS n
    FROM audit AS a
    INNER JOIN topic_row AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
    GROUP BY ALL
),

asked AS (
    SELECT DISTINCT
        cohort,
        wave,
        topic
    FROM given
)

SELECT
    a.audit_id,
    q.topic,
    CAST(coalesce(g.n, 0) AS INTEGER) AS n
FROM audit AS a
INNER JOIN asked AS q ON a.cohort = q.cohort AND a.wave = q.wave
LEFT JOIN given AS g ON a.audit_id = g.audit_id AND q.topic = g.topic
WHERE a.is_completed OR g.n IS NOT NULL
ORDER BY a.audit_id, q.topic
