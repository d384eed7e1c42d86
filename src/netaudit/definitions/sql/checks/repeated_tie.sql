/*---
title = "Two rows for one pair agree"
severity = "warning"
grain = "row"
why = """
Ties have no direction, so a pair needs one row; two that agree count once.
"""
---*/
WITH pair AS (
    SELECT
        entry_id,
        row_no,
        participant_id,
        wave,
        least(contact_a, contact_b) AS first_contact,
        greatest(contact_a, contact_b) AS second_contact,
        coalesce(tie, 'acquainted') AS tie,
        introduced_by_me
    FROM ties
    WHERE
        participant_id IS NOT NULL
        AND wave IS NOT NULL
        AND contact_a IS NOT NULL
        AND contact_b IS NOT NULL
        AND contact_a <> contact_b
),

repeated AS (
    SELECT
        participant_id,
        wave,
        first_contact,
        second_contact,
        min(row_no) AS first_row,
        min(entry_id) AS first_id
    FROM pair
    GROUP BY participant_id, wave, first_contact, second_contact
    HAVING
        count(*) > 1
        AND min(tie) = max(tie)
        AND coalesce(min(introduced_by_me) = max(introduced_by_me), TRUE)
)

SELECT
    p.entry_id,
    'contact_b' AS column_name,
    p.second_contact AS value,
    format(
        'Row {} is for the same pair, {} and {}, and says the same; it counts once.',
        r.first_row,
        p.first_contact,
        p.second_contact
    ) AS message,
    'Delete one of the two if you like.' AS hint
FROM pair AS p
INNER JOIN repeated AS r
    ON
        p.participant_id = r.participant_id
        AND p.wave = r.wave
        AND p.first_contact = r.first_contact
        AND p.second_contact = r.second_contact
WHERE p.entry_id <> r.first_id
