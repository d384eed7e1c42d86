/*---
grain = "one row per pattern: what the lists say against what the participants say, in completed audits"
---*/
-- Compared are the audits with enough information and an own rating. Kappa means little in small or
-- lopsided tables: from 20 audits on, with 5 or more in each row and column.
WITH counted AS (
    SELECT
        s.pattern,
        count(*) FILTER (WHERE s.computed = 'watch' AND s.own = 'high') AS both_watch,
        count(*) FILTER (WHERE s.computed = 'watch' AND s.own = 'low') AS list_only,
        count(*) FILTER (WHERE s.computed = 'clear' AND s.own = 'high') AS own_only,
        count(*) FILTER (WHERE s.computed = 'clear' AND s.own = 'low') AS neither,
        count(*) FILTER (WHERE s.computed = 'not_enough_information') AS not_enough,
        count(*) FILTER (
            WHERE s.computed <> 'not_enough_information' AND s.own IS NULL
        ) AS not_rated
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
    WHERE a.is_completed
    GROUP BY s.pattern
),

compared AS (
    SELECT
        *,
        both_watch + list_only + own_only + neither AS n,
        both_watch + neither AS agreeing,
        both_watch + list_only AS list_watch,
        both_watch + own_only AS own_high,
        own_only + neither AS list_clear,
        list_only + neither AS own_low
    FROM counted
),

judged AS (
    SELECT
        *,
        n >= 20 AND least(list_watch, list_clear, own_high, own_low) >= 5 AS has_kappa
    FROM compared
)

SELECT
    pattern,
    both_watch,
    list_only,
    own_only,
    neither,
    not_enough,
    not_rated,
    n,
    agreeing,
    CAST(agreeing AS DOUBLE) / nullif(n, 0) AS agreement,
    CASE WHEN has_kappa THEN kappa(both_watch, list_only, own_only, neither) END AS kappa,
    CASE WHEN has_kappa THEN kappa_low(both_watch, list_only, own_only, neither) END AS kappa_low,
    CASE WHEN has_kappa THEN kappa_high(both_watch, list_only, own_only, neither) END AS kappa_high,
    CASE
        WHEN n >= 20 THEN agreement_ac1(both_watch, list_only, own_only, neither)
    END AS ac1,
    CASE
        WHEN n >= 20 THEN positive_agreement(both_watch, list_only, own_only)
    END AS positive_agreement
FROM judged
ORDER BY pattern
