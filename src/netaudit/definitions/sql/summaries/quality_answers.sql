/*---
grain = "one row per wave and question about contacts: how many of the answers are not known"
---*/
-- answered counts cells that hold anything; where that is none, the question was not asked. What
-- says that somebody does not know (unknown, prefer_not, not_sure about the future) counts as
-- unknown, like a blank.
WITH listed AS (
    SELECT
        a.wave,
        a.wave_no,
        a.participant_id,
        c.contact_id,
        c.* EXCLUDE (
            participant_id,
            wave,
            contact_id,
            list_kind,
            person_key,
            is_participant_id
        )
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN contacts AS c ON a.participant_id = c.participant_id AND a.wave = c.wave
    WHERE a.is_completed
),

as_text AS (
    SELECT
        wave,
        wave_no,
        participant_id,
        CAST(COLUMNS(* EXCLUDE (wave, wave_no, participant_id, contact_id)) AS VARCHAR)
    FROM listed
),

fixed_answer AS (
    SELECT
        wave,
        wave_no,
        participant_id,
        question,
        answer
    FROM as_text
    UNPIVOT INCLUDE NULLS (
        answer FOR question IN (COLUMNS(* EXCLUDE (wave, wave_no, participant_id)))
    )
),

further_question AS (
    SELECT DISTINCT attribute
    FROM contact_attributes
),

further_answer AS (
    SELECT
        l.wave,
        l.wave_no,
        l.participant_id,
        q.attribute AS question,
        f.category AS answer
    FROM listed AS l
    CROSS JOIN further_question AS q
    LEFT JOIN contact_attributes AS f
        ON
            l.participant_id = f.participant_id
            AND l.wave = f.wave
            AND l.contact_id = f.contact_id
            AND q.attribute = f.attribute
),

answer AS (
    SELECT
        wave,
        wave_no,
        participant_id,
        question,
        answer
    FROM fixed_answer
    UNION ALL
    SELECT
        wave,
        wave_no,
        participant_id,
        question,
        answer
    FROM further_answer
)

SELECT
    wave,
    wave_no,
    question,
    count(DISTINCT participant_id) AS participants,
    count(*) AS contacts,
    count(answer) AS answered,
    count(*) FILTER (
        WHERE
        answer IS NULL
        OR answer = 'unknown'
        OR (answer = 'prefer_not' AND ends_with(question, '_rel'))
        OR (answer = 'not_sure' AND question = 'future_relevance')
    ) AS unknown,
    CASE WHEN count(answer) > 0 THEN CAST(unknown AS DOUBLE) / nullif(count(*), 0) END AS share
FROM answer
GROUP BY wave, wave_no, question
ORDER BY wave_no, question
