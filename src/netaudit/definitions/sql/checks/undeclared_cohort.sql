/*---
title = "A cohort is not declared"
severity = "warning"
grain = "row"
why = """
The number enrolled is the base of every rate; without it, it is the number of participants listed.
"""
---*/
SELECT
    min(p.entry_id) AS entry_id,
    'cohort' AS column_name,
    p.cohort AS value,
    format('The settings do not declare the cohort {}.', p.cohort) AS message,
    format(
        'Its {} participants are taken for all who enrolled; or declare it in programme.toml.',
        count(*)
    ) AS hint
FROM participants AS p
ANTI JOIN declared_cohort AS d ON p.cohort = d.cohort
WHERE p.cohort IS NOT NULL
GROUP BY p.cohort
