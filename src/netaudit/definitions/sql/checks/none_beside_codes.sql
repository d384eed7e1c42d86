/*---
title = "None stands beside other codes"
severity = "error"
grain = "value"
why = """
None says that nothing applies, which another code in the same cell contradicts.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    format('{} says none and names something as well.', c.column_name) AS message,
    'Take out none, or the other codes.' AS hint
FROM cell AS c
INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
WHERE
    r.kind = 'codes'
    AND list_contains(codes_of(c.value), 'none')
    AND len(distinct_codes(c.value)) > 1
