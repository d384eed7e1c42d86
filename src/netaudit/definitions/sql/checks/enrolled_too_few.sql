/*---
title = "More participants than enrolled"
severity = "warning"
grain = "row"
why = """
The number enrolled is the base of every rate; nobody can take part without being enrolled.
"""
---*/
SELECT
    min(p.entry_id) AS entry_id,
    'cohort' AS column_name,
    p.cohort AS value,
    format(
        'The settings give {} enrolled in the cohort {}, and {} participants are listed.',
        min(d.enrolled), p.cohort, count(*)
    ) AS message,
    'Rates are taken of the participants listed. Mend enrolled in programme.toml.' AS hint
FROM participants AS p
INNER JOIN declared_cohort AS d ON p.cohort = d.cohort
GROUP BY p.cohort
HAVING count(*) > min(d.enrolled)
