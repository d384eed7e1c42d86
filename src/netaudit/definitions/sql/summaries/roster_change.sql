/*---
grain = "one row per relation: pairs of participants who both answered the roster question at two waves"
parameters = ["first", "last"]
---*/
-- The selection comes without a wave. Only pairs answered at both count, so that nobody who came or
-- left makes a change.
WITH pair AS (
    FROM selected_roster_pair($viewer, $selection)
)

SELECT
    a.relation,
    count(*) AS pairs,
    count(*) FILTER (WHERE a.one_says OR a.other_says) AS tied_first,
    count(*) FILTER (WHERE b.one_says OR b.other_says) AS tied_last,
    count(*) FILTER (
        WHERE (b.one_says OR b.other_says) AND NOT (a.one_says OR a.other_says)
    ) AS made,
    count(*) FILTER (
        WHERE (a.one_says OR a.other_says) AND NOT (b.one_says OR b.other_says)
    ) AS ended,
    (
        SELECT count(*)
        FROM selected_roster_audit($viewer, $selection) AS one
        INNER JOIN selected_roster_audit($viewer, $selection) AS again
            ON one.participant_id = again.participant_id
        WHERE one.wave = $first AND again.wave = $last
    ) AS participants
FROM pair AS a
INNER JOIN pair AS b
    ON
        a.participant_id = b.participant_id
        AND a.other_participant_id = b.other_participant_id
        AND a.relation = b.relation
WHERE a.wave = $first AND b.wave = $last
GROUP BY a.relation
ORDER BY list_position(
    ['any', 'sought_advice', 'worked_together', 'introduced_someone'], a.relation
)
