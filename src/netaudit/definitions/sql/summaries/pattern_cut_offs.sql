/*---
grain = "one row per pattern and move of its cut-offs: what the lists say then, in completed audits"
---*/
-- second_shift and second_cut are NULL for a pattern with one cut-off.
SELECT
    s.pattern,
    s.first_shift,
    s.second_shift,
    s.first_cut,
    s.second_cut,
    s.first_shift = 0 AND coalesce(s.second_shift, 0) = 0 AS is_in_force,
    count(*) AS audits,
    count(*) FILTER (WHERE s.computed <> 'not_enough_information') AS known,
    count(*) FILTER (WHERE s.computed = 'watch') AS watch,
    CAST(watch AS DOUBLE) / nullif(known, 0) AS share
FROM selected_audit($viewer, $selection) AS a
INNER JOIN pattern_sensitivity AS s ON a.audit_id = s.audit_id
WHERE a.is_completed
GROUP BY ALL
ORDER BY s.pattern, s.first_shift, s.second_shift
