/*---
grain = "one row: under what conditions the same people filled in the audit at two waves"
parameters = ["first", "last"]
---*/
-- The selection comes without a wave. capped counts people who listed as many contacts as the form
-- lets them at either wave, of n; company_changed those who filled it in alone once and with somebody
-- the other time, of n_company who say so at both.
WITH completed AS (
    SELECT
        a.participant_id,
        a.wave,
        n.n >= s.contact_cap AS is_capped,
        a.completed_with = 'alone' AS is_alone
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    CROSS JOIN setting AS s
    WHERE a.is_completed AND a.wave IN ($first, $last)
),

person AS (
    SELECT
        participant_id,
        bool_or(is_capped) AS is_capped,
        count(is_alone) = 2 AS says_company,
        count(DISTINCT is_alone) = 2 AS company_changed
    FROM completed
    GROUP BY participant_id
    HAVING count(*) = 2
)

SELECT
    count(*) AS n,
    count(*) FILTER (WHERE is_capped) AS capped,
    count(*) FILTER (WHERE says_company) AS n_company,
    count(*) FILTER (WHERE company_changed) AS company_changed
FROM person
