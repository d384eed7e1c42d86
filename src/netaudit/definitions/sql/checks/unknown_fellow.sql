/*---
title = "A fellow participant is not in participants"
severity = "warning"
grain = "row"
needs = ["participants"]
why = """
Ties inside the cohort can only be drawn between people who are enrolled.
"""
---*/
WITH named AS (
    SELECT
        entry_id,
        'other_participant_id' AS column_name,
        other_participant_id AS fellow
    FROM cohort_ties
    UNION ALL
    SELECT
        entry_id,
        'is_participant_id' AS column_name,
        is_participant_id AS fellow
    FROM contacts
)

SELECT
    n.entry_id,
    n.column_name,
    n.fellow AS value,
    format('The participant {} is not in the participants table.', n.fellow) AS message,
    'Check the code; the row is kept, and does not show in the cohort network.' AS hint
FROM named AS n
ANTI JOIN participants AS p ON n.fellow = p.participant_id
WHERE n.fellow IS NOT NULL
