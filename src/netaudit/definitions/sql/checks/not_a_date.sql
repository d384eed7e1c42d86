/*---
title = "An answer is not a date"
severity = "error"
grain = "value"
why = """
Dates are only read in the one form that cannot be mistaken: year, month, day.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    format('{} is not a date of the calendar in the form YYYY-MM-DD.', c.column_name) AS message,
    CASE r.kind
        WHEN 'date' THEN 'Write it as 2026-01-31.'
        ELSE 'Write it as 2026-01-31, or 2026-01 or 2026 where no more is known.'
    END AS hint
FROM cell AS c
INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
WHERE
    (r.kind = 'date' AND NOT is_day(c.value))
    OR (r.kind = 'partial_date' AND NOT is_partial_date(c.value))
