/*---
grain = "one row per coder who read any of the texts: how many; coder is NULL for all texts"
parameters = ["codings", "merged"]
---*/
SELECT
    NULL AS coder,
    count(*) AS texts
FROM selected_text($viewer, $selection)
UNION ALL
SELECT
    coder,
    count(*) AS texts
FROM selected_reading($viewer, $selection, $codings, $merged)
GROUP BY coder
ORDER BY coder NULLS FIRST
