/*---
grain = "one row: the core lists of the same people at two waves, side by side"
parameters = ["first", "last"]
---*/
-- The selection comes without a wave. Means are over participants, each counted once. The overlap is
-- of those with five or more contacts at both waves (n_overlap), since of shorter lists one name more
-- or less moves it by a lot. new_external and old_external are shares among those added and dropped
-- whose affiliation is known, of participants with any.
WITH completed AS (
    SELECT
        a.participant_id,
        any_value(a.audit_id) FILTER (WHERE a.wave = $first) AS first_id,
        any_value(a.audit_id) FILTER (WHERE a.wave = $last) AS last_id
    FROM selected_programme_audit($viewer, $selection) AS a
    WHERE a.is_completed AND a.wave IN ($first, $last)
    GROUP BY a.participant_id
    HAVING first_id IS NOT NULL AND last_id IS NOT NULL
),

listed_first AS (
    SELECT
        p.participant_id,
        c.contact_id,
        c.is_internal
    FROM completed AS p
    INNER JOIN core_contact AS c ON p.first_id = c.audit_id
),

listed_last AS (
    SELECT
        p.participant_id,
        c.contact_id,
        c.is_internal
    FROM completed AS p
    INNER JOIN core_contact AS c ON p.last_id = c.audit_id
),

turn AS (
    SELECT
        coalesce(f.participant_id, t.participant_id) AS participant_id,
        f.contact_id IS NOT NULL AS is_first,
        t.contact_id IS NOT NULL AS is_last,
        f.is_internal AS internal_first,
        t.is_internal AS internal_last
    FROM listed_first AS f
    FULL OUTER JOIN listed_last AS t
        ON f.participant_id = t.participant_id AND f.contact_id = t.contact_id
),

person AS (
    SELECT
        p.participant_id,
        count(*) FILTER (WHERE t.is_first) AS size_from,
        count(*) FILTER (WHERE t.is_last) AS size_to,
        count(*) FILTER (WHERE t.is_first AND t.is_last) AS kept,
        count(*) FILTER (WHERE t.is_last AND NOT t.is_first) AS added,
        count(*) FILTER (WHERE t.is_first AND NOT t.is_last) AS dropped,
        avg(CAST(NOT t.internal_last AS DOUBLE)) FILTER (WHERE NOT t.is_first) AS new_external,
        avg(CAST(NOT t.internal_first AS DOUBLE)) FILTER (WHERE NOT t.is_last) AS old_external
    FROM completed AS p
    LEFT JOIN turn AS t ON p.participant_id = t.participant_id
    GROUP BY p.participant_id
),

measured AS (
    SELECT
        *,
        CAST(kept AS DOUBLE) / nullif(kept + added + dropped, 0) AS overlap,
        CAST(kept AS DOUBLE) / nullif(size_from, 0) AS retention,
        size_from >= 5 AND size_to >= 5 AS is_long
    FROM person
)

SELECT
    count(*) AS n,
    avg(size_from) AS size_from,
    avg(size_to) AS size_to,
    avg(kept) AS kept,
    avg(added) AS added,
    avg(dropped) AS dropped,
    count(overlap) FILTER (WHERE is_long) AS n_overlap,
    avg(overlap) FILTER (WHERE is_long) AS overlap,
    stddev_samp(overlap) FILTER (WHERE is_long) AS overlap_sd,
    avg(retention) FILTER (WHERE is_long) AS retention,
    CASE
        WHEN count(overlap) FILTER (WHERE is_long) >= 10 THEN median(overlap) FILTER (WHERE is_long)
    END AS overlap_median,
    count(new_external) AS n_new,
    avg(new_external) AS new_external,
    count(old_external) AS n_old,
    avg(old_external) AS old_external
FROM measured
HAVING count(*) > 0
