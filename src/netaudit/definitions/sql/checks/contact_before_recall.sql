/*---
title = "Last in touch before the recall window"
severity = "warning"
grain = "row"
why = """
People were asked to name those they were in touch with lately; an older contact does not fit the question.
"""
---*/
SELECT
    c.entry_id,
    'last_contact_days' AS column_name,
    c.last_contact_days AS value,
    format('Last in touch longer ago than the {} months asked about.', s.recall_months) AS message,
    'Check the number; it counts days.' AS hint
FROM contacts AS c
INNER JOIN setting AS s
    ON
        CASE
            WHEN is_whole_number(c.last_contact_days) THEN try_cast(c.last_contact_days AS DOUBLE)
        END BETWEEN s.recall_months * 31 + 1 AND 36500
