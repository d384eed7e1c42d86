/*---
grain = "one row per sector: its mean share of the core contacts and of the weak ties of the second list"
---*/
-- Both means are over the participants with weak ties whose sector is known for either list. The
-- columns about everybody are the same in every row; without any sector known there is one row
-- with a NULL sector.
WITH person AS (
    SELECT
        a.audit_id,
        a.participant_id,
        a.wave,
        count(c.contact_id) AS weak_ties
    FROM selected_audit($viewer, $selection) AS a
    LEFT JOIN contacts AS c
        ON a.participant_id = c.participant_id AND a.wave = c.wave AND c.list_kind = 'weak_tie'
    WHERE a.is_completed
    GROUP BY a.audit_id, a.participant_id, a.wave
),

everybody AS (
    SELECT
        count(*) AS whole,
        count(*) FILTER (WHERE weak_ties > 0) AS naming,
        CAST(sum(weak_ties) AS INTEGER) AS weak_ties,
        avg(weak_ties) FILTER (WHERE weak_ties > 0) AS mean_weak_ties
    FROM person
),

placed AS (
    SELECT
        p.audit_id,
        c.sector,
        coalesce(c.list_kind, 'core') AS list_kind
    FROM person AS p
    INNER JOIN contacts AS c ON p.participant_id = c.participant_id AND p.wave = c.wave
    WHERE c.sector NOT IN ('unknown', 'not_applicable')
),

known AS (
    SELECT
        audit_id,
        count(*) FILTER (WHERE list_kind = 'core') AS core,
        count(*) FILTER (WHERE list_kind = 'weak_tie') AS weak
    FROM placed
    GROUP BY audit_id
    HAVING core > 0 AND weak > 0
),

reached AS (
    SELECT DISTINCT sector
    FROM placed
),

share AS (
    SELECT
        k.audit_id,
        s.sector,
        count(*) FILTER (WHERE p.list_kind = 'core') / any_value(k.core) AS core_share,
        count(*) FILTER (WHERE p.list_kind = 'weak_tie') / any_value(k.weak) AS weak_share
    FROM known AS k
    CROSS JOIN reached AS s
    LEFT JOIN placed AS p ON k.audit_id = p.audit_id AND s.sector = p.sector
    GROUP BY k.audit_id, s.sector
)

SELECT
    s.sector,
    count(s.audit_id) AS participants,
    avg(s.core_share) AS core_mean,
    avg(s.weak_share) AS weak_mean,
    any_value(e.whole) AS whole,
    any_value(e.naming) AS naming,
    any_value(e.weak_ties) AS weak_ties,
    any_value(e.mean_weak_ties) AS mean_weak_ties
FROM everybody AS e
LEFT JOIN share AS s ON TRUE
GROUP BY s.sector
ORDER BY s.sector NULLS LAST
