/*---
title = "A number is out of range"
severity = "error"
grain = "value"
why = """
A number outside what the question allows is a slip, and would pull every average.
"""
---*/
WITH answer AS (
    SELECT
        c.table_name,
        c.column_name,
        c.value,
        r.lowest,
        r.highest,
        CASE
            WHEN r.kind = 'integer' AND is_whole_number(c.value) THEN try_cast(c.value AS DOUBLE)
            WHEN r.kind = 'number' AND is_number(c.value) THEN try_cast(c.value AS DOUBLE)
        END AS number
    FROM cell AS c
    INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
    WHERE r.kind IN ('integer', 'number')
)

SELECT
    table_name,
    column_name,
    value,
    format('{} is out of range.', column_name) AS message,
    format('It goes from {:.0f} to {:.0f}.', lowest, highest) AS hint
FROM answer
WHERE number < lowest OR number > highest
