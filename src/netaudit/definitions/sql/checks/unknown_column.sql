/*---
title = "A column is not known"
severity = "warning"
grain = "file"
why = """
Only the columns of the canonical export are kept, so that nothing is stored that nobody asked for.
"""
---*/
WITH unknown AS (
    SELECT
        h.table_name,
        h.file,
        h.header_row,
        h.place,
        h.written
    FROM held_column AS h
    WHERE
        h.column_name IS NULL
        AND NOT EXISTS (
            SELECT 1
            FROM held_column AS k
            WHERE
                k.table_name = h.table_name
                AND k.column_name IS NOT NULL
                AND lower(k.written) = lower(h.written)
        )
),

near AS (
    SELECT
        u.table_name,
        u.place,
        arg_max(r.column_name, jaro_winkler_similarity(lower(u.written), r.column_name)) AS name
    FROM unknown AS u
    INNER JOIN column_rule AS r ON u.table_name = r.table_name
    WHERE jaro_winkler_similarity(lower(u.written), r.column_name) > 0.85
    GROUP BY ALL
)

SELECT
    u.file,
    u.header_row AS row_no,
    u.written AS column_name,
    NULL AS value,
    CASE
        WHEN u.written = '' THEN format('Column {} has no header and is left aside.', u.place)
        ELSE format('The column {} is not known and is left aside.', u.written)
    END AS message,
    CASE
        WHEN n.name IS NOT NULL THEN format('If it is {}, rename it so.', n.name)
        WHEN u.table_name = 'contacts' AND u.written <> ''
            THEN format('To keep it as one more attribute, call it x_{}.', u.written)
        ELSE 'Nothing needs doing if it is not meant to be kept.'
    END AS hint
FROM unknown AS u
LEFT JOIN near AS n ON u.table_name = n.table_name AND u.place = n.place
