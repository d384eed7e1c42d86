/*---
title = "A value is missing"
severity = "error"
grain = "value"
why = """
These columns tell rows apart; a row without them belongs to nobody.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    format('{} is blank, and every row needs it.', c.column_name) AS message,
    format('Fill in {}, or delete the row.', c.column_name) AS hint
FROM cell AS c
INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
WHERE r.must_be_filled AND c.value IS NULL
