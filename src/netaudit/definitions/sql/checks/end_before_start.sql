/*---
title = "Something ends before it starts"
severity = "error"
grain = "row"
why = """
One of the two dates is a slip, and which relationships are open depends on both.
"""
---*/
-- Partial dates only contradict each other when no day they can mean fits.
SELECT
    entry_id,
    'end_date' AS column_name,
    end_date AS value,
    format('The relationship ends before it starts, on {}.', start_date) AS message,
    'Mend start_date or end_date.' AS hint
FROM mentoring
WHERE
    CASE
        WHEN is_partial_date(start_date) AND is_partial_date(end_date)
            THEN latest_day(end_date) < earliest_day(start_date)
    END
