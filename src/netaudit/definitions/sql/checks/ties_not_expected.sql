/*---
title = "Ties that were not asked for"
severity = "error"
grain = "row"
why = """
Where ties were not asked, there can be no answers about them.
"""
---*/
SELECT
    t.entry_id,
    'tie' AS column_name,
    t.tie AS value,
    'The audit says not_asked for ties, and here is one.' AS message,
    'Set ties_status to how ties were asked, or delete the row.' AS hint
FROM ties AS t
SEMI JOIN audits AS a
    ON t.participant_id = a.participant_id AND t.wave = a.wave AND a.ties_status = 'not_asked'
