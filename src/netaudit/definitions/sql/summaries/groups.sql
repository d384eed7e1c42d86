/*---
grain = "one row per base, and one per group: who belongs to it"
parameters = ["by_figure"]
---*/
-- A base is the participants that figures rest on: all of the selection, listed first, those who
-- completed a wave and, if asked for by figure, those of whom a measure or a pattern is known at it;
-- attribute is NULL in it. The lists are compared with each other, and never shown.
WITH person AS (
    SELECT participant_id
    FROM selected_participant($viewer, $selection)
),

completed AS (
    SELECT *
    FROM selected_audit($viewer, $selection)
    WHERE is_completed
),

answer AS (
    SELECT
        wave,
        'completed' AS figure,
        participant_id
    FROM completed
    UNION ALL
    SELECT
        a.wave,
        m.measure || coalesce(m.attribute, '') AS figure,
        a.participant_id
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE $by_figure AND m.value IS NOT NULL
    UNION ALL
    SELECT
        a.wave,
        s.pattern AS figure,
        a.participant_id
    FROM completed AS a
    INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
    WHERE $by_figure AND s.display <> 'not_enough_information'
),

answered AS (
    SELECT list(participant_id ORDER BY participant_id) AS members
    FROM answer
    GROUP BY wave, figure
),

base AS (
    SELECT members
    FROM answered
    GROUP BY members
)

SELECT
    NULL AS attribute,
    NULL AS category,
    list(participant_id ORDER BY participant_id) AS members
FROM person
HAVING count(*) > 0
UNION ALL
SELECT
    NULL AS attribute,
    NULL AS category,
    members
FROM base
UNION ALL
SELECT
    g.attribute,
    g.category,
    list(p.participant_id ORDER BY p.participant_id) AS members
FROM person AS p
INNER JOIN participant_attribute AS g ON p.participant_id = g.participant_id
GROUP BY g.attribute, g.category
ORDER BY attribute NULLS FIRST, category, len(members) DESC
