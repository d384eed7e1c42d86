/*---
title = "A label holds an e-mail address"
severity = "warning"
grain = "value"
why = """
A label need not say who the contact is; an e-mail address says it to everybody who sees it.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    'The label holds an e-mail address.' AS message,
    'Initials or a nickname are enough, and safer.' AS hint
FROM cell AS c
WHERE
    c.table_name = 'contacts'
    AND c.column_name = 'label'
    AND regexp_matches(c.value, '[^@\s]@[^@\s]+\.[^@\s]')
