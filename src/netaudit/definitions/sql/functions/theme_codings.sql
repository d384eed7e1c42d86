-- What coders gave, read from the ledger's own words (JSON): codings is a list of objects, merged an
-- object that says as what a merged theme counts. The database of audits does not hold them.

CREATE OR REPLACE MACRO counts_as(theme, merged) AS
    coalesce(from_json(merged, '"MAP(VARCHAR, VARCHAR)"')[theme], theme);

-- One row per coder and text: given is the coder's latest word, given_alone the latest from before
-- the coder first saw what others gave.
CREATE OR REPLACE MACRO coder_reading(codings, merged) AS TABLE
WITH coding AS (
    SELECT
        unnest(
            from_json(
                codings,
                '[{
                    "number": "BIGINT",
                    "text_key": "VARCHAR",
                    "coder": "VARCHAR",
                    "themes": ["VARCHAR"],
                    "is_compared": "BOOLEAN"
                }]'
            ),
            recursive := TRUE
        )
),

counted AS (
    SELECT
        number,
        text_key,
        coder,
        min(number) FILTER (WHERE is_compared) OVER (PARTITION BY text_key, coder)
        AS compared_from,
        list_sort(
            list_distinct(list_transform(themes, lambda theme: counts_as(theme, merged)))
        ) AS themes
    FROM coding
)

SELECT
    text_key,
    coder,
    arg_max(themes, number) AS given,
    arg_max(themes, number) FILTER (
        WHERE compared_from IS NULL OR number < compared_from
    ) AS given_alone
FROM counted
GROUP BY ALL;
