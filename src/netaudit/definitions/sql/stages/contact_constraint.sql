/*---
grain = "one row per core contact of an audit whose every pair is known: how far it constrains the participant"
needs = ["network", "neighbourhood", "tie_end"]
---*/
-- Burt's c = (p + sum over go-betweens q of p * p_q) squared, where the participant gives each of n
-- contacts p = 1 / n, and q gives 1 / (1 + degree) to each contact it knows and to the participant.
WITH indirect AS (
    SELECT
        e.audit_id,
        e.contact_no,
        sum(1 / (1 + q.degree)) AS given
    FROM tie_end AS e
    INNER JOIN neighbourhood AS q ON e.audit_id = q.audit_id AND e.other_no = q.contact_no
    GROUP BY e.audit_id, e.contact_no
)

SELECT
    k.audit_id,
    k.contact_no,
    n.n,
    power((1 + coalesce(i.given, 0)) / n.n, 2) AS constrains
FROM neighbourhood AS k
INNER JOIN network AS n ON k.audit_id = n.audit_id
LEFT JOIN indirect AS i ON k.audit_id = i.audit_id AND k.contact_no = i.contact_no
WHERE n.pairs_known
ORDER BY k.audit_id, k.contact_no
