/*---
title = "An answer is not a number"
severity = "error"
grain = "value"
why = """
Numbers are averaged and compared, so they must be written as numbers.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    format(
        '{} must be a {}.',
        c.column_name,
        CASE r.kind WHEN 'integer' THEN 'whole number' ELSE 'number' END
    ) AS message,
    CASE
        WHEN regexp_full_match(c.value, '[+-]?[0-9]+,[0-9]+')
            THEN format('Write a point for the decimal comma: {}.', replace(c.value, ',', '.'))
        WHEN r.kind = 'integer' AND is_number(c.value)
            THEN 'Give a number without decimals.'
        WHEN lower(ltrim(c.value, '+-')) IN ('nan', 'na', 'n/a', 'inf', 'infinity', '#n/a', 'null')
            THEN 'Leave the cell blank where the answer is not known.'
        ELSE 'Write digits only, such as 3; leave the cell blank where the answer is not known.'
    END AS hint
FROM cell AS c
INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
WHERE
    (r.kind = 'integer' AND NOT is_whole_number(c.value))
    OR (r.kind = 'number' AND NOT is_number(c.value))
