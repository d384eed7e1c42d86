/*---
title = "A column is missing"
severity = "error"
grain = "file"
why = """
Without these columns nobody can tell whose row it is.
"""
---*/
-- The nearest unknown column is a guess at what the missing one is called here.
WITH lacking AS (
    SELECT
        h.table_name,
        h.file,
        r.column_name
    FROM column_rule AS r
    INNER JOIN held_table AS h ON r.table_name = h.table_name AND h.is_whole
    ANTI JOIN held_column AS c
        ON r.table_name = c.table_name AND r.column_name = c.column_name
    WHERE r.must_exist
),

guess AS (
    SELECT
        l.table_name,
        l.column_name,
        arg_max(c.written, jaro_winkler_similarity(lower(c.written), l.column_name)) AS written
    FROM lacking AS l
    INNER JOIN held_column AS c ON l.table_name = c.table_name AND c.column_name IS NULL
    WHERE jaro_winkler_similarity(lower(c.written), l.column_name) > 0.8
    GROUP BY ALL
)

SELECT
    l.file,
    NULL AS row_no,
    l.column_name,
    NULL AS value,
    format('The {} table has no column {}.', l.table_name, l.column_name) AS message,
    CASE
        WHEN g.written IS NULL THEN format('Add a column with the header {}.', l.column_name)
        ELSE format('Is it the column {}? Then give it the header {}.', g.written, l.column_name)
    END AS hint
FROM lacking AS l
LEFT JOIN guess AS g ON l.table_name = g.table_name AND l.column_name = g.column_name
