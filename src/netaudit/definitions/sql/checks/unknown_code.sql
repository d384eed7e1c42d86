/*---
title = "An answer is not one of the codes"
severity = "error"
grain = "value"
why = """
Answers are counted by their codes: the same answer in another spelling would be counted as a different one.
"""
---*/
WITH answer AS (
    SELECT
        c.table_name,
        c.column_name,
        c.value,
        r.vocabulary,
        unnest(CASE r.kind WHEN 'codes' THEN codes_of(c.value) ELSE [c.value] END) AS code
    FROM cell AS c
    INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
    WHERE r.vocabulary IS NOT NULL AND c.value IS NOT NULL
),

unknown AS (
    SELECT
        a.table_name,
        a.column_name,
        a.value,
        a.vocabulary,
        a.code
    FROM answer AS a
    ANTI JOIN code_rule AS k ON a.vocabulary = k.vocabulary AND a.code = k.code
),

spelt AS (
    SELECT DISTINCT
        vocabulary,
        code
    FROM unknown
),

near AS (
    SELECT
        s.vocabulary,
        s.code,
        arg_max(
            k.code,
            jaro_winkler_similarity(
                regexp_replace(lower(s.code), '[^a-z0-9]+', '_', 'g'), k.code
            )
        ) AS nearest,
        string_agg(k.code, ', ') AS codes
    FROM spelt AS s
    INNER JOIN code_rule AS k ON s.vocabulary = k.vocabulary
    GROUP BY ALL
)

SELECT
    u.table_name,
    u.column_name,
    u.value,
    format('{} is not one of the codes of {}.', min(u.code), u.column_name) AS message,
    format('Did you mean {}? The codes are: {}.', min(n.nearest), min(n.codes)) AS hint
FROM unknown AS u
INNER JOIN near AS n ON u.vocabulary = n.vocabulary AND u.code = n.code
GROUP BY u.table_name, u.column_name, u.value
