/*---
title = "A contact is listed twice"
severity = "error"
grain = "row"
why = """
Every contact counts once; one that is listed twice would weigh double.
"""
---*/
-- Listed on both lists is a finding of its own; what stands in for the kind does not matter here.
WITH repeated AS (
    SELECT
        participant_id,
        wave,
        contact_id,
        min(entry_id) AS first_id,
        min(row_no) AS first_row,
        arg_min(coalesce(list_kind, 'core'), entry_id) AS first_kind
    FROM contacts
    WHERE participant_id IS NOT NULL AND wave IS NOT NULL AND contact_id IS NOT NULL
    GROUP BY participant_id, wave, contact_id
    HAVING count(*) > 1
)

SELECT
    c.entry_id,
    CASE WHEN coalesce(c.list_kind, 'core') = r.first_kind THEN 'contact_id' ELSE 'list_kind' END
    AS column_name,
    CASE
        WHEN coalesce(c.list_kind, 'core') = r.first_kind THEN c.contact_id
        ELSE coalesce(c.list_kind, 'core')
    END AS value,
    CASE
        WHEN coalesce(c.list_kind, 'core') = r.first_kind
            THEN format('Row {} lists the contact {} already.', r.first_row, c.contact_id)
        ELSE format(
            'The contact {} is listed as {} here and as {} in row {}.',
            c.contact_id,
            coalesce(c.list_kind, 'core'),
            r.first_kind,
            r.first_row
        )
    END AS message,
    'Keep one of the two rows; two different people need two codes.' AS hint
FROM contacts AS c
INNER JOIN repeated AS r
    ON
        c.participant_id = r.participant_id
        AND c.wave = r.wave
        AND c.contact_id = r.contact_id
WHERE c.entry_id <> r.first_id
