/*---
title = "Contacts where there should be none"
severity = "error"
grain = "row"
why = """
An audit without a list, or with nobody to name, cannot have contacts.
"""
---*/
SELECT
    c.entry_id,
    'contact_id' AS column_name,
    c.contact_id AS value,
    format('The audit says {}, and here is a contact.', min(a.contacts_status)) AS message,
    'Set contacts_status to complete or partial, or delete the contact.' AS hint
FROM contacts AS c
INNER JOIN audits AS a
    ON
        c.participant_id = a.participant_id
        AND c.wave = a.wave
        AND a.contacts_status IN ('none_to_name', 'not_done')
GROUP BY c.entry_id, c.contact_id
