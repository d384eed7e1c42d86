/*---
title = "A pair that does not know each other, where only ties were recorded"
severity = "error"
grain = "row"
why = """
Where only ties were recorded, a pair without a row is the answer no; a row that says no shows that something else was meant.
"""
---*/
SELECT
    t.entry_id,
    'tie' AS column_name,
    t.tie AS value,
    'The audit says positive_only_complete, and this row says do_not_know.' AS message,
    'Delete the row, or set ties_status to all_pairs_asked or partial.' AS hint
FROM ties AS t
SEMI JOIN audits AS a
    ON
        t.participant_id = a.participant_id
        AND t.wave = a.wave
        AND a.ties_status = 'positive_only_complete'
WHERE t.tie = 'do_not_know'
