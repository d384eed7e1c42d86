/*---
grain = "one row per reflection and preparation question at one wave: who answered it"
---*/
-- A row in the export is an answer, whether or not its words came along. asked counts the
-- participants who could have answered: those who completed the audit, where anybody of their cohort
-- answered a question of the kind.
WITH kind (item, questions) AS (
    VALUES ('question', 7), ('preparation', 4)
),

question AS (
    SELECT
        item,
        unnest(range(1, questions + 1)) AS number
    FROM kind
),

person AS (
    SELECT
        a.audit_id,
        a.participant_id,
        a.wave,
        q.topic,
        q.n
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN topic_answer AS q ON a.audit_id = q.audit_id
)

SELECT
    q.item,
    CAST(q.number AS INTEGER) AS number,
    count(*) AS asked,
    count(*) FILTER (WHERE p.n > 0) AS any_answered,
    count(r.number) AS answered,
    CAST(answered AS DOUBLE) / nullif(asked, 0) AS share
FROM question AS q
INNER JOIN person AS p ON q.item = p.topic
LEFT JOIN reflections AS r
    ON
        p.participant_id = r.participant_id
        AND p.wave = r.wave
        AND q.item = r.item
        AND q.number = r.number
GROUP BY q.item, q.number
ORDER BY list_position(['question', 'preparation'], q.item), q.number
