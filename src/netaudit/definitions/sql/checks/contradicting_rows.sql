/*---
title = "Two rows contradict each other"
severity = "error"
grain = "row"
why = """
Two rows for the same thing with different answers cannot both count.
"""
---*/
WITH repeated AS (
    SELECT
        table_name,
        row_key,
        min(entry_id) AS first_id,
        min(row_no) AS first_row,
        arg_min(content, entry_id) AS first_content
    FROM keyed_row
    WHERE table_name NOT IN ('participants', 'audits', 'mentoring')
    GROUP BY table_name, row_key
    HAVING count(*) > 1
)

SELECT
    k.entry_id,
    k.last_key AS column_name,
    k.row_key[-1] AS value,
    format('Row {} is for the same thing and says something else.', r.first_row) AS message,
    'Keep the row that is right and delete the other.' AS hint
FROM keyed_row AS k
INNER JOIN repeated AS r ON k.table_name = r.table_name AND k.row_key = r.row_key
WHERE k.content IS DISTINCT FROM r.first_content
