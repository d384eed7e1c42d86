/*---
title = "A row stands there twice"
severity = "warning"
grain = "row"
counts_once = true
why = """
The same row twice is harmless, and counted once.
"""
---*/
WITH repeated AS (
    SELECT
        table_name,
        row_key,
        content,
        min(entry_id) AS first_id,
        min(row_no) AS first_row
    FROM keyed_row
    WHERE table_name NOT IN ('participants', 'audits', 'mentoring')
    GROUP BY table_name, row_key, content
    HAVING count(*) > 1
)

SELECT
    k.entry_id,
    k.last_key AS column_name,
    k.row_key[-1] AS value,
    format('The row is the same as row {} and is counted once.', r.first_row) AS message,
    'Delete one of the two if you like.' AS hint
FROM keyed_row AS k
INNER JOIN repeated AS r
    ON k.table_name = r.table_name AND k.row_key = r.row_key AND k.content = r.content
WHERE k.entry_id <> r.first_id
