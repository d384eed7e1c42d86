/*---
title = "A complete list with nobody on it"
severity = "warning"
grain = "row"
needs = ["contacts"]
why = """
Nobody to name and not answered are different things, and are counted differently.
"""
---*/
SELECT
    a.entry_id,
    'contacts_status' AS column_name,
    a.contacts_status AS value,
    'The list is marked complete, and nobody is on it.' AS message,
    'Use none_to_name where there was nobody to name, not_done where it was not answered.' AS hint
FROM audits AS a
ANTI JOIN contacts AS c ON a.participant_id = c.participant_id AND a.wave = c.wave
WHERE a.contacts_status = 'complete'
