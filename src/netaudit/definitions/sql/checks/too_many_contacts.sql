/*---
title = "More core contacts than the cap"
severity = "error"
grain = "row"
why = """
Everybody could list the same number of contacts; a longer list is not comparable with the others.
"""
---*/
WITH long_list AS (
    SELECT
        participant_id,
        wave
    FROM contacts
    WHERE coalesce(list_kind, 'core') = 'core' AND contact_id IS NOT NULL
    GROUP BY participant_id, wave
    HAVING count(*) > (SELECT contact_cap FROM setting)
),

-- A contact listed twice takes one place: the second row is an error in any case.
listed AS (
    SELECT
        c.participant_id,
        c.wave,
        c.contact_id,
        min(c.entry_id) AS entry_id
    FROM contacts AS c
    INNER JOIN long_list AS l ON c.participant_id = l.participant_id AND c.wave = l.wave
    WHERE coalesce(c.list_kind, 'core') = 'core' AND c.contact_id IS NOT NULL
    GROUP BY c.participant_id, c.wave, c.contact_id
),

placed AS (
    SELECT
        entry_id,
        contact_id,
        row_number() OVER (PARTITION BY participant_id, wave ORDER BY entry_id) AS place
    FROM listed
)

SELECT
    p.entry_id,
    'contact_id' AS column_name,
    p.contact_id AS value,
    format('Core contact {} of a list that may have {}.', p.place, s.contact_cap) AS message,
    'Keep the first ones, or set contact_cap in programme.toml to what people could list.' AS hint
FROM placed AS p
INNER JOIN setting AS s ON p.place > s.contact_cap
