/*---
title = "No participants are listed"
severity = "warning"
grain = "file"
why = """
An export without participants leaves nothing to show.
"""
---*/
SELECT
    h.file,
    NULL AS row_no,
    NULL AS column_name,
    NULL AS value,
    'The participants table has no rows.' AS message,
    'Add one row for each person enrolled.' AS hint
FROM held_table AS h
WHERE
    h.table_name = 'participants'
    AND h.is_whole
    AND NOT EXISTS (SELECT 1 FROM participants)
