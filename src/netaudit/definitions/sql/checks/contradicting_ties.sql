/*---
title = "Two rows for one pair contradict each other"
severity = "error"
grain = "row"
why = """
Two contacts either know each other or do not, whichever is named first.
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
        max(row_no) AS last_row
    FROM pair
    GROUP BY participant_id, wave, first_contact, second_contact
    HAVING min(tie) <> max(tie) OR min(introduced_by_me) <> max(introduced_by_me)
)

SELECT
    p.entry_id,
    'tie' AS column_name,
    p.tie AS value,
    format(
        'Row {} says something else about the pair {} and {}.',
        CASE p.row_no WHEN r.first_row THEN r.last_row ELSE r.first_row END,
        p.first_contact,
        p.second_contact
    ) AS message,
    'Keep the row that is right and delete the other.' AS hint
FROM pair AS p
INNER JOIN repeated AS r
    ON
        p.participant_id = r.participant_id
        AND p.wave = r.wave
        AND p.first_contact = r.first_contact
        AND p.second_contact = r.second_contact
