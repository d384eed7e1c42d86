/*---
title = "A tie from a contact to itself"
severity = "error"
grain = "row"
why = """
A tie joins two contacts.
"""
---*/
SELECT
    entry_id,
    'contact_b' AS column_name,
    contact_b AS value,
    'The tie joins a contact with itself.' AS message,
    'Name the other contact, or delete the row.' AS hint
FROM ties
WHERE contact_a = contact_b
