/*---
grain = "one row per participant and person they ever listed: the number that stands for the contact"
---*/
-- The same number at every wave, so that "contact 3" stays one person. Core contacts come before
-- weak ties, and codes that end in a number keep its order (c2 before c10).
WITH listed AS (
    SELECT
        c.participant_id,
        c.contact_id,
        min(w.wave_no) AS first_wave_no,
        bool_and(coalesce(c.list_kind, 'core') = 'weak_tie') AS is_only_weak
    FROM contacts AS c
    INNER JOIN wave_order AS w ON c.wave = w.wave
    GROUP BY c.participant_id, c.contact_id
)

SELECT
    participant_id,
    contact_id,
    CAST(
        row_number() OVER (
            PARTITION BY participant_id
            ORDER BY
                first_wave_no,
                is_only_weak,
                try_cast(regexp_extract(contact_id, '[0-9]+$') AS UBIGINT) NULLS LAST,
                contact_id
        ) AS INTEGER
    ) AS contact_number
FROM listed
ORDER BY participant_id, contact_number
