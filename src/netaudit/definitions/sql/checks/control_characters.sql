/*---
title = "A text holds control characters"
severity = "error"
grain = "value"
why = """
Line breaks and other control characters in a label or a code come from a slip in copying, and can change how it is shown.
"""
---*/
SELECT
    c.table_name,
    c.column_name,
    c.value,
    format('{} holds a line break or another control character.', c.column_name) AS message,
    'Type the text again instead of pasting it.' AS hint
FROM cell AS c
INNER JOIN column_rule AS r ON c.table_name = r.table_name AND c.column_name = r.column_name
WHERE
    r.longest IS NOT NULL
    AND regexp_matches(
        c.value,
        '[\x{00}-\x{1f}\x{7f}-\x{9f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{2028}-\x{202e}'
        '\x{2060}-\x{2069}\x{feff}\x{fff9}-\x{fffb}\x{e0000}-\x{e007f}]'
    )
