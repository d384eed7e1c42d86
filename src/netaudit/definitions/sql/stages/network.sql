/*---
grain = "one row per audit: how many contacts, pairs and ties it has, and whether every pair is known"
needs = ["audit", "core_contact", "tie_pair"]
---*/
-- n is NULL where the audit was not done and 0 where nobody was named. A pair without a row was
-- answered "no" under positive_only_complete and not answered otherwise.
WITH counted AS (
    SELECT
        audit_id,
        count(*) AS n
    FROM core_contact
    GROUP BY audit_id
),

answered AS (
    SELECT
        audit_id,
        count(*) FILTER (WHERE is_tied) AS tied,
        count(*) FILTER (WHERE is_known AND NOT is_tied) AS untied,
        count(*) FILTER (WHERE NOT is_known) AS unsure
    FROM tie_pair
    GROUP BY audit_id
),

sized AS (
    SELECT
        a.audit_id,
        a.ties_status,
        CAST(CASE WHEN a.is_completed THEN coalesce(c.n, 0) END AS INTEGER) AS n,
        coalesce(w.tied, 0) AS tied,
        coalesce(w.untied, 0) AS untied,
        coalesce(w.unsure, 0) AS unsure
    FROM audit AS a
    LEFT JOIN counted AS c ON a.audit_id = c.audit_id
    LEFT JOIN answered AS w ON a.audit_id = w.audit_id
),

paired AS (
    SELECT
        *,
        n * (n - 1) // 2 AS pairs,
        CASE
            WHEN n IS NULL THEN NULL
            WHEN ties_status = 'not_asked' THEN n * (n - 1) // 2
            WHEN ties_status = 'positive_only_complete' THEN unsure
            ELSE n * (n - 1) // 2 - tied - untied
        END AS unknown_pairs
    FROM sized
)

SELECT
    audit_id,
    n,
    CAST(pairs AS INTEGER) AS pairs,
    CAST(CASE WHEN ties_status = 'not_asked' AND n >= 2 THEN NULL WHEN n IS NOT NULL THEN tied END
    AS INTEGER) AS ties,
    CAST(unknown_pairs AS INTEGER) AS unknown_pairs,
    unknown_pairs = 0 AS pairs_known
FROM paired
ORDER BY audit_id
