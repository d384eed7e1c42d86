/*---
title = "A row has no audit"
severity = "error"
grain = "row"
needs = ["audits"]
why = """
What was answered belongs to an audit, which says when and how it was done.
"""
---*/
SELECT
    e.entry_id,
    'wave' AS column_name,
    e.wave AS value,
    format('There is no audit of {} at {}.', e.participant_id, e.wave) AS message,
    'Add a row for this participant and wave to the audits table.' AS hint
FROM entry AS e
SEMI JOIN wave_order AS w ON e.wave = w.wave
ANTI JOIN audits AS a ON e.participant_id = a.participant_id AND e.wave = a.wave
WHERE
    e.table_name IN ('contacts', 'ties', 'mentoring')
    AND e.participant_id IS NOT NULL
    AND e.wave IS NOT NULL
