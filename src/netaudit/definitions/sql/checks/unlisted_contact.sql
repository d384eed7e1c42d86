/*---
title = "A row names a contact not on the list"
severity = "error"
grain = "row"
needs = ["contacts"]
why = """
Ties and mentoring are drawn between people on the list of the same audit.
"""
---*/
WITH named AS (
    SELECT
        entry_id,
        participant_id,
        wave,
        'contact_a' AS column_name,
        contact_a AS contact_id
    FROM ties
    UNION ALL
    SELECT
        entry_id,
        participant_id,
        wave,
        'contact_b' AS column_name,
        contact_b AS contact_id
    FROM ties
    UNION ALL
    SELECT
        entry_id,
        participant_id,
        wave,
        'contact_id' AS column_name,
        contact_id
    FROM mentoring
)

SELECT
    n.entry_id,
    n.column_name,
    n.contact_id AS value,
    format('The contact {} is not on the list of this audit.', n.contact_id) AS message,
    'Check the code against contact_id in the contacts table, or add the contact there.' AS hint
FROM named AS n
ANTI JOIN contacts AS c
    ON
        n.participant_id = c.participant_id
        AND n.wave = c.wave
        AND n.contact_id = c.contact_id
WHERE n.participant_id IS NOT NULL AND n.wave IS NOT NULL AND n.contact_id IS NOT NULL
