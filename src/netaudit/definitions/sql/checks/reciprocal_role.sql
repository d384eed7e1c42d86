/*---
title = "Reciprocal mentoring with one role"
severity = "warning"
grain = "row"
why = """
In reciprocal mentoring both people mentor each other.
"""
---*/
SELECT
    entry_id,
    'my_role' AS column_name,
    my_role AS value,
    format('Reciprocal mentoring, and the role is {}.', my_role) AS message,
    'Set my_role to both, or choose another type.' AS hint
FROM mentoring
WHERE type = 'reciprocal' AND my_role <> 'both'
