/*---
title = "Two rows for the same thing"
severity = "error"
grain = "row"
why = """
One person, one audit and one relationship have one row each; of two rows nobody can tell which one counts.
"""
---*/
WITH repeated AS (
    SELECT
        table_name,
        row_key,
        min(entry_id) AS first_id,
        min(row_no) AS first_row
    FROM keyed_row
    WHERE table_name IN ('participants', 'audits', 'mentoring')
    GROUP BY table_name, row_key
    HAVING count(*) > 1
)

SELECT
    k.entry_id,
    CASE k.table_name WHEN 'mentoring' THEN 'mentoring_id' ELSE 'participant_id' END AS column_name,
    k.row_key[CASE k.table_name WHEN 'mentoring' THEN 3 ELSE 1 END] AS value,
    CASE k.table_name
        WHEN 'participants' THEN format('Row {} is for the same participant.', r.first_row)
        WHEN 'audits'
            THEN format('Row {} is for the same participant and wave.', r.first_row)
        ELSE format('Row {} has the same mentoring_id at the same wave.', r.first_row)
    END AS message,
    'Keep one of the two rows.' AS hint
FROM keyed_row AS k
INNER JOIN repeated AS r ON k.table_name = r.table_name AND k.row_key = r.row_key
WHERE k.table_name IN ('participants', 'audits', 'mentoring') AND k.entry_id <> r.first_id
