/*---
grain = "one row per theme that one of two coders gave: in how many texts both, one or neither did"
parameters = ["codings", "merged", "first", "second"]
---*/
-- Compared are the texts that both read, by what each gave before seeing what others did. Kappa
-- (Cohen 1960) means little in small or lopsided tables: from 20 texts on, with 5 or more in each
-- row and column. Who may not read the texts is not told of single ones either.
WITH compared AS (
    SELECT
        one.text_key,
        one.given_alone AS first_gave,
        other.given_alone AS second_gave
    FROM selected_reading($viewer, $selection, $codings, $merged) AS one
    INNER JOIN selected_reading($viewer, $selection, $codings, $merged) AS other
        ON one.text_key = other.text_key
    WHERE
        $viewer['role'] = 'evaluator'
        AND one.coder = $first AND one.given_alone IS NOT NULL
        AND other.coder = $second AND other.given_alone IS NOT NULL
),

theme_given AS (
    SELECT DISTINCT unnest(list_concat(first_gave, second_gave)) AS theme
    FROM compared
),

counted AS (
    SELECT
        g.theme,
        count(*) FILTER (
            WHERE list_contains(c.first_gave, g.theme) AND list_contains(c.second_gave, g.theme)
        ) AS both_gave,
        count(*) FILTER (WHERE list_contains(c.first_gave, g.theme)) AS first_gave,
        count(*) FILTER (WHERE list_contains(c.second_gave, g.theme)) AS second_gave,
        count(*) AS texts
    FROM theme_given AS g
    CROSS JOIN compared AS c
    GROUP BY g.theme
),

tabled AS (
    SELECT
        *,
        first_gave - both_gave AS first_only,
        second_gave - both_gave AS second_only,
        texts - first_gave - second_gave + both_gave AS neither,
        both_gave + neither AS agreeing,
        CAST(agreeing AS DOUBLE) / nullif(texts, 0) AS agreement,
        CAST(
            first_gave * second_gave + (texts - first_gave) * (texts - second_gave) AS DOUBLE
        ) / nullif(texts * texts, 0) AS by_chance
    FROM counted
)

SELECT
    theme,
    both_gave,
    first_only,
    second_only,
    neither,
    texts,
    agreeing,
    agreement,
    CASE
        WHEN
            texts >= 20
            AND least(first_gave, texts - first_gave, second_gave, texts - second_gave) >= 5
            THEN (agreement - by_chance) / (1 - by_chance)
    END AS kappa
FROM tabled
ORDER BY theme
