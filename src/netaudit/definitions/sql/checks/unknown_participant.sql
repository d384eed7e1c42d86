/*---
title = "A row is of somebody not in participants"
severity = "error"
grain = "row"
needs = ["participants"]
why = """
Every answer belongs to somebody who is enrolled.
"""
---*/
SELECT
    e.entry_id,
    'participant_id' AS column_name,
    e.participant_id AS value,
    format('The participant {} is not in the participants table.', e.participant_id) AS message,
    'Check the code, or add the person to participants.' AS hint
FROM entry AS e
ANTI JOIN participants AS p ON e.participant_id = p.participant_id
WHERE e.table_name <> 'participants' AND e.participant_id IS NOT NULL
