/*---
grain = "one row per wave and relation of the roster question: who is tied to whom in the cohort"
---*/
-- tied: at least one of the two says so; returned: both do. alone: participants without any tie of
-- that kind, as far as those who consent to matching answered.
WITH pair AS (
    FROM selected_roster_pair($viewer, $selection)
),

person AS (
    SELECT
        r.wave,
        r.wave_no,
        count(*) AS participants
    FROM selected_roster_audit($viewer, $selection) AS r
    GROUP BY r.wave, r.wave_no
),

tied_person AS (
    SELECT
        wave,
        relation,
        unnest([participant_id, other_participant_id]) AS participant_id
    FROM pair
    WHERE one_says OR other_says
),

in_touch AS (
    SELECT
        wave,
        relation,
        count(DISTINCT participant_id) AS participants
    FROM tied_person
    GROUP BY wave, relation
)

SELECT
    p.wave,
    p.wave_no,
    p.relation,
    any_value(n.participants) AS participants,
    count(*) AS pairs,
    count(*) FILTER (WHERE p.one_says OR p.other_says) AS tied,
    count(*) FILTER (WHERE p.one_says AND p.other_says) AS returned,
    any_value(n.participants) - coalesce(any_value(t.participants), 0) AS alone
FROM pair AS p
INNER JOIN person AS n ON p.wave = n.wave
LEFT JOIN in_touch AS t ON p.wave = t.wave AND p.relation = t.relation
GROUP BY p.wave, p.wave_no, p.relation
ORDER BY p.wave_no, list_position(
    ['any', 'sought_advice', 'worked_together', 'introduced_someone'], p.relation
)
