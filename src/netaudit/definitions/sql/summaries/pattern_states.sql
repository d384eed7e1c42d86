/*---
grain = "one row per wave and pattern: completed audits by what is shown and on what basis"
---*/
-- known counts the audits with enough information: those on watch and those clear.
SELECT
    a.wave,
    a.wave_no,
    s.pattern,
    count(*) AS audits,
    count(*) FILTER (WHERE s.display <> 'not_enough_information') AS known,
    count(*) FILTER (WHERE s.display = 'watch') AS watch,
    count(*) FILTER (WHERE s.display = 'watch' AND s.basis = 'both') AS watch_both,
    count(*) FILTER (WHERE s.display = 'watch' AND s.basis = 'list') AS watch_list,
    count(*) FILTER (WHERE s.display = 'watch' AND s.basis = 'own') AS watch_own,
    count(*) FILTER (WHERE s.display = 'clear') AS clear,
    count(*) FILTER (WHERE s.display = 'not_enough_information') AS not_enough,
    CAST(watch AS DOUBLE) / nullif(known, 0) AS share
FROM selected_audit($viewer, $selection) AS a
INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
WHERE a.is_completed
GROUP BY ALL
ORDER BY a.wave_no, s.pattern
