/*---
title = "A text is too long"
severity = "error"
grain = "value"
why = """
A label is a name or initials, and a code is short; a long text there is usually an answer to another question.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    format('{} has {} characters.', c.column_name, length(c.value)) AS message,
    format('Shorten it to at most {}.', r.longest) AS hint
FROM cell AS c
INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
WHERE length(c.value) > r.longest
