/*---
grain = "one row: how many texts two or more of the coders read, and how far they agree on all themes together"
parameters = ["codings", "merged", "coders"]
---*/
-- Krippendorff's alpha for nominal data (Krippendorff 2011), with each theme given or not given: the
-- disagreements of all themes over those that chance would bring. Where every text has exactly one
-- theme this is his alpha of the themes as categories. Any number of coders, gaps allowed.
WITH reading AS (
    SELECT
        text_key,
        given_alone AS themes
    FROM selected_reading($viewer, $selection, $codings, $merged)
    WHERE list_contains($coders, coder) AND given_alone IS NOT NULL
),

unit AS (
    SELECT
        text_key,
        count(*) AS readers,
        flatten(list(themes)) AS mentions
    FROM reading
    GROUP BY text_key
    HAVING count(*) >= 2
),

theme_given AS (
    SELECT DISTINCT unnest(mentions) AS theme
    FROM unit
),

judged AS (
    SELECT
        g.theme,
        u.readers,
        len(list_filter(u.mentions, lambda mention: mention = g.theme)) AS givers
    FROM theme_given AS g
    CROSS JOIN unit AS u
),

apart AS (
    SELECT
        theme,
        sum(CAST(givers * (readers - givers) AS DOUBLE) / (readers - 1)) AS observed,
        sum(givers) AS given,
        sum(readers) AS readings
    FROM judged
    GROUP BY theme
),

together AS (
    SELECT
        any_value(readings) AS readings,
        sum(observed) AS observed,
        sum(CAST(given * (readings - given) AS DOUBLE)) AS by_chance
    FROM apart
)

SELECT
    (SELECT count(*) FROM selected_text($viewer, $selection)) AS texts,
    (SELECT count(*) FROM unit) AS texts_compared,
    1 - (t.readings - 1) * t.observed / nullif(t.by_chance, 0) AS alpha
FROM together AS t
