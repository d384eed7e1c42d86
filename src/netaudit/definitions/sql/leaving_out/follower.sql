/*---
grain = "one row per row that hangs on a row with an error: on its participant, its audit or its contact"
---*/
WITH bad AS (
    SELECT DISTINCT entry_id
    FROM bad_entry
),

going AS (
    SELECT
        e.table_name,
        e.row_no,
        e.participant_id,
        e.wave
    FROM entry AS e
    SEMI JOIN bad AS b ON e.entry_id = b.entry_id
),

staying AS (
    SELECT
        e.table_name,
        e.entry_id,
        e.file,
        e.row_no,
        e.participant_id,
        e.wave
    FROM entry AS e
    ANTI JOIN bad AS b ON e.entry_id = b.entry_id
),

-- Of two rows for one participant only one goes, and the other stays for those that hang on it.
going_participant AS (
    SELECT
        g.participant_id,
        min(g.row_no) AS row_no
    FROM going AS g
    ANTI JOIN staying AS s
        ON g.participant_id = s.participant_id AND s.table_name = 'participants'
    WHERE g.table_name = 'participants' AND g.participant_id IS NOT NULL
    GROUP BY g.participant_id
),

going_audit AS (
    SELECT
        g.participant_id,
        g.wave,
        min(g.row_no) AS row_no
    FROM going AS g
    ANTI JOIN staying AS s
        ON g.participant_id = s.participant_id AND g.wave = s.wave AND s.table_name = 'audits'
    WHERE g.table_name = 'audits' AND g.participant_id IS NOT NULL AND g.wave IS NOT NULL
    GROUP BY g.participant_id, g.wave
),

staying_contact AS (
    SELECT
        c.participant_id,
        c.wave,
        c.contact_id
    FROM contacts AS c
    ANTI JOIN bad AS b ON c.entry_id = b.entry_id
),

going_contact AS (
    SELECT
        c.participant_id,
        c.wave,
        c.contact_id,
        min(c.row_no) AS row_no
    FROM contacts AS c
    SEMI JOIN bad AS b ON c.entry_id = b.entry_id
    ANTI JOIN staying_contact AS s
        ON
            c.participant_id = s.participant_id
            AND c.wave = s.wave
            AND c.contact_id = s.contact_id
    GROUP BY c.participant_id, c.wave, c.contact_id
),

contact_named AS (
    SELECT
        entry_id,
        participant_id,
        wave,
        unnest([contact_a, contact_b]) AS contact_id
    FROM ties
    UNION ALL
    SELECT
        entry_id,
        participant_id,
        wave,
        contact_id
    FROM mentoring
),

hanging AS (
    SELECT
        s.entry_id,
        'the participant' AS what,
        g.row_no
    FROM staying AS s
    INNER JOIN going_participant AS g ON s.participant_id = g.participant_id
    UNION ALL
    SELECT
        c.entry_id,
        'the other participant' AS what,
        g.row_no
    FROM cohort_ties AS c
    INNER JOIN going_participant AS g ON c.other_participant_id = g.participant_id
    UNION ALL
    SELECT
        s.entry_id,
        'the audit' AS what,
        g.row_no
    FROM staying AS s
    INNER JOIN going_audit AS g ON s.participant_id = g.participant_id AND s.wave = g.wave
    UNION ALL
    SELECT
        n.entry_id,
        'a contact' AS what,
        g.row_no
    FROM contact_named AS n
    INNER JOIN going_contact AS g
        ON
            n.participant_id = g.participant_id
            AND n.wave = g.wave
            AND n.contact_id = g.contact_id
)

SELECT
    s.entry_id,
    s.file,
    s.row_no,
    NULL AS column_name,
    NULL AS value,
    format(
        'It hangs on {}, whose row {} is left out.',
        arg_min(h.what, h.row_no),
        min(h.row_no)
    ) AS message,
    'Mend that row, and this one comes back with it.' AS hint
FROM hanging AS h
INNER JOIN staying AS s ON h.entry_id = s.entry_id
GROUP BY s.entry_id, s.file, s.row_no
