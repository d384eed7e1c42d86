/*---
title = "Pairs are missing"
severity = "warning"
grain = "row"
needs = ["contacts"]
why = """
Where every pair was asked, a pair without a row is not known, and measures of structure are undefined.
"""
---*/
WITH listed AS (
    SELECT
        participant_id,
        wave,
        count(DISTINCT contact_id) AS n
    FROM contacts
    WHERE coalesce(list_kind, 'core') = 'core'
    GROUP BY participant_id, wave
),

core AS (
    SELECT DISTINCT
        participant_id,
        wave,
        contact_id
    FROM contacts
    WHERE coalesce(list_kind, 'core') = 'core'
),

answered AS (
    SELECT
        t.participant_id,
        t.wave,
        count(DISTINCT [least(t.contact_a, t.contact_b), greatest(t.contact_a, t.contact_b)])
        FILTER (
            WHERE
            a.contact_id IS NOT NULL
            AND b.contact_id IS NOT NULL
            AND t.contact_a <> t.contact_b
        ) AS pairs
    FROM ties AS t
    SEMI JOIN audits AS q
        ON
            t.participant_id = q.participant_id
            AND t.wave = q.wave
            AND coalesce(q.ties_status, 'all_pairs_asked') = 'all_pairs_asked'
    LEFT JOIN core AS a
        ON t.participant_id = a.participant_id AND t.wave = a.wave AND t.contact_a = a.contact_id
    LEFT JOIN core AS b
        ON t.participant_id = b.participant_id AND t.wave = b.wave AND t.contact_b = b.contact_id
    GROUP BY t.participant_id, t.wave
)

SELECT
    a.entry_id,
    'ties_status' AS column_name,
    a.ties_status AS value,
    format(
        '{} of {} pairs have no row, though every pair was asked.',
        l.n * (l.n - 1) // 2 - coalesce(w.pairs, 0),
        l.n * (l.n - 1) // 2
    ) AS message,
    'If only ties were recorded use positive_only_complete, if some were skipped use partial.'
    AS hint
FROM audits AS a
INNER JOIN listed AS l ON a.participant_id = l.participant_id AND a.wave = l.wave
LEFT JOIN answered AS w ON a.participant_id = w.participant_id AND a.wave = w.wave
WHERE
    (a.ties_status = 'all_pairs_asked' OR (a.ties_status IS NULL AND w.pairs IS NOT NULL))
    AND l.n * (l.n - 1) // 2 > coalesce(w.pairs, 0)
