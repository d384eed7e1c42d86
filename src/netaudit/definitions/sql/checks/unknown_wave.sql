/*---
title = "A wave is not in the list"
severity = "error"
grain = "value"
why = """
The waves stand in the programme's settings in their order; another one has no place among them.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    format('The programme has no wave {}.', c.value) AS message,
    format(
        'Did you mean {}? The waves are: {}. They are set in programme.toml.',
        arg_max(k.wave, jaro_winkler_similarity(lower(c.value), lower(k.wave))),
        string_agg(k.wave, ', ' ORDER BY k.wave_no)
    ) AS hint
FROM cell AS c
CROSS JOIN wave_order AS k
WHERE c.column_name = 'wave' AND c.value IS NOT NULL
GROUP BY c.table_name, c.column_name, c.value
HAVING NOT bool_or(k.wave = c.value)
