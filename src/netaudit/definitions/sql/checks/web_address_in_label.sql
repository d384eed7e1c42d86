/*---
title = "A label holds a web address"
severity = "error"
grain = "value"
why = """
A label is for the participant's eyes; a web address there would be opened or fetched by whoever sees it.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    'The label holds a web address.' AS message,
    'Give initials or a nickname instead.' AS hint
FROM cell AS c
WHERE
    c.table_name = 'contacts'
    AND c.column_name = 'label'
    AND regexp_matches(lower(c.value), '[a-z][a-z0-9+.-]*://|\bwww\.')
