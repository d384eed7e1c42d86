/*---
title = "An answer has no audit"
severity = "warning"
grain = "row"
needs = ["audits", "participants"]
why = """
Plans and reflections may stand alone, though usually an audit is missing.
"""
---*/
SELECT
    e.entry_id,
    'wave' AS column_name,
    e.wave AS value,
    format('There is no audit of {} at {}; the row is kept.', e.participant_id, e.wave) AS message,
    'Add a row to the audits table if the audit was opened.' AS hint
FROM entry AS e
SEMI JOIN participants AS p ON e.participant_id = p.participant_id
SEMI JOIN wave_order AS w ON e.wave = w.wave
ANTI JOIN audits AS a ON e.participant_id = a.participant_id AND e.wave = a.wave
WHERE
    e.table_name IN ('reflections', 'activities', 'actions', 'exchange', 'cohort_ties')
    AND e.participant_id IS NOT NULL
    AND e.wave IS NOT NULL
