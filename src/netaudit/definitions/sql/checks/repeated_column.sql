/*---
title = "A column stands there twice"
severity = "error"
grain = "file"
why = """
Of two columns with one name nobody can tell which one is meant.
"""
---*/
SELECT
    file,
    header_row AS row_no,
    lower(written) AS column_name,
    NULL AS value,
    format(
        'The column {} stands there {} times (columns {}).',
        lower(written),
        count(*),
        string_agg(CAST(place AS VARCHAR), ', ' ORDER BY place)
    ) AS message,
    'Keep one of them and delete or rename the others.' AS hint
FROM held_column
WHERE written <> ''
GROUP BY file, header_row, lower(written)
HAVING count(*) > 1
