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
    concat_ws(
        ' ',
        'Did you mean ' || arg_max(
            k.wave, jaro_winkler_similarity(lower(c.value), lower(k.wave))
        ) FILTER (WHERE jaro_winkler_similarity(lower(c.value), lower(k.wave)) > 0.75) || '?',
        format('The waves are: {}.', string_agg(k.wave, ', ' ORDER BY k.wave_no)),
        'They are set in programme.toml.'
    ) AS hint
FROM cell AS c
CROSS JOIN wave_order AS k
WHERE c.column_name = 'wave' AND c.value IS NOT NULL
GROUP BY c.table_name, c.column_name, c.value
HAVING NOT bool_or(k.wave = c.value)
