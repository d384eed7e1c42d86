/*---
grain = "one row per audit whose every pair is known: its open pairs, that is, contacts who do not know each other"
needs = ["core_contact", "network", "neighbourhood"]
---*/
-- Of an open pair the participant is one link among 1 + the contacts whom both know; bridged adds
-- up the participant's parts. A pair crosses the boundary when one is internal, the other external.
WITH member AS (
    SELECT
        k.audit_id,
        k.contact_no,
        k.neighbours,
        c.is_internal
    FROM neighbourhood AS k
    INNER JOIN core_contact AS c ON k.audit_id = c.audit_id AND k.contact_no = c.contact_no
),

open_pair AS (
    SELECT
        x.audit_id,
        bit_count(x.neighbours & y.neighbours) AS shared,
        x.is_internal <> y.is_internal AS crosses_boundary
    FROM member AS x
    INNER JOIN member AS y ON x.audit_id = y.audit_id AND x.contact_no < y.contact_no
    WHERE (x.neighbours >> y.contact_no) & 1 = 0
),

counted AS (
    SELECT
        audit_id,
        count(*) AS open_pairs,
        sum(1 / (1 + shared)) AS bridged,
        count(*) FILTER (WHERE crosses_boundary) AS cross_boundary_open_pairs
    FROM open_pair
    GROUP BY audit_id
)

SELECT
    n.audit_id,
    n.pairs,
    CAST(coalesce(c.open_pairs, 0) AS INTEGER) AS open_pairs,
    coalesce(c.bridged, 0) AS bridged,
    CAST(coalesce(c.cross_boundary_open_pairs, 0) AS INTEGER) AS cross_boundary_open_pairs
FROM network AS n
LEFT JOIN counted AS c ON n.audit_id = c.audit_id
WHERE n.pairs_known
ORDER BY n.audit_id
