/*---
grain = "one row per strength or weakness and theme: participants who wrote of it; theme is NULL for all who wrote anything"
parameters = ["codings", "merged", "reader"]
---*/
-- reader says whose coding counts. together: every coder who read a text here gave the theme, and
-- where nobody read it the export's own; agreed: the same of texts that two or more read here;
-- otherwise the name of one coder, the export's being 'export'.
WITH written AS (
    SELECT *
    FROM selected_text($viewer, $selection)
),

reading AS (
    SELECT
        text_key,
        count(*) FILTER (WHERE coder <> 'export') AS coders,
        flatten(list(given) FILTER (WHERE coder <> 'export')) AS mentions,
        any_value(given) FILTER (WHERE coder = 'export') AS given_in_export,
        any_value(given) FILTER (WHERE coder = $reader) AS given_by_one
    FROM selected_reading($viewer, $selection, $codings, $merged)
    GROUP BY text_key
),

shared_reading AS (
    SELECT
        *,
        list_filter(
            list_distinct(mentions),
            lambda theme: len(list_filter(mentions, lambda mention: mention = theme)) = coders
        ) AS given_by_all
    FROM reading
),

counting AS (
    SELECT
        w.participant_id,
        w.item,
        w.text_key,
        CASE
            WHEN $reader = 'together' THEN coalesce(r.given_by_all, r.given_in_export)
            WHEN $reader = 'agreed' THEN CASE WHEN r.coders >= 2 THEN r.given_by_all END
            ELSE r.given_by_one
        END AS themes
    FROM written AS w
    LEFT JOIN shared_reading AS r ON w.text_key = r.text_key
),

mention AS (
    SELECT
        item,
        participant_id,
        unnest(themes) AS theme
    FROM counting
)

SELECT
    item,
    NULL AS theme,
    count(DISTINCT participant_id) AS participants,
    count(DISTINCT participant_id) FILTER (WHERE themes IS NOT NULL) AS participants_read,
    count(*) AS texts,
    count(themes) AS texts_read
FROM counting
GROUP BY item
UNION ALL
SELECT
    item,
    theme,
    count(DISTINCT participant_id) AS participants,
    NULL AS participants_read,
    NULL AS texts,
    NULL AS texts_read
FROM mention
GROUP BY item, theme
ORDER BY item, theme NULLS FIRST
