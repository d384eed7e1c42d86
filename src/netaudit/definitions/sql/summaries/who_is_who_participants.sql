/*---
grain = "one row per two participants of one cohort of whom one answered at one wave only, the other not then, and whose codes, addresses or names are not far apart"
---*/
-- code is the participant seen once, meant the other one: the one with more audits, or else the one
-- who is known from an earlier wave. Whether they are alike enough is for the words to say.
WITH seen AS (
    SELECT
        p.participant_id,
        any_value(p.cohort) AS cohort,
        any_value(p.name) AS name,
        any_value(p.email) AS email,
        coalesce(list(a.wave ORDER BY a.wave_no) FILTER (WHERE a.wave IS NOT NULL), []) AS waves,
        min(a.wave_no) AS first_wave_no,
        regexp_replace(lower(p.participant_id), '[^\pL\pN]', '', 'g') AS squeezed,
        lower(trim(string_split(any_value(p.email), '@')[1])) AS box,
        array_to_string(
            list_sort(string_split(strip_accents(lower(any_value(p.name))), ' ')), ' '
        ) AS sorted_name
    FROM selected_participant($viewer, $selection) AS p
    LEFT JOIN selected_audit($viewer, $selection) AS a ON p.participant_id = a.participant_id
    WHERE $viewer['role'] = 'coordinator'
    GROUP BY p.participant_id
)

SELECT
    y.cohort,
    y.participant_id AS code,
    y.name,
    y.email,
    y.waves,
    x.participant_id AS meant,
    x.name AS meant_name,
    x.email AS meant_email,
    x.waves AS meant_waves
FROM seen AS y
INNER JOIN seen AS x
    ON
        y.cohort = x.cohort
        AND y.participant_id <> x.participant_id
        AND NOT list_contains(x.waves, y.waves[1])
WHERE
    len(y.waves) = 1
    AND (
        len(x.waves) <> 1
        OR (x.first_wave_no, x.participant_id) < (y.first_wave_no, y.participant_id)
    )
    AND (
        damerau_levenshtein(y.squeezed, x.squeezed) <= 3
        OR damerau_levenshtein(y.box, x.box) <= 2
        OR jaro_winkler_similarity(y.sorted_name, x.sorted_name) >= 0.9
    )
ORDER BY y.participant_id, x.participant_id
