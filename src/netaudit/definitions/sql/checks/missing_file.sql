/*---
title = "A table is missing"
severity = "error"
grain = "file"
why = """
Participants, audits and contacts are what every measure rests on.
"""
---*/
SELECT
    r.file,
    NULL AS row_no,
    NULL AS column_name,
    NULL AS value,
    format('The export has no {} table.', r.table_name) AS message,
    format('Add {}, or a sheet called {}.', r.file, r.table_name) AS hint
FROM table_rule AS r
ANTI JOIN held_table AS h ON r.table_name = h.table_name
WHERE r.is_required
