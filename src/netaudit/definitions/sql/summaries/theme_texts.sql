/*---
grain = "one row per text that can be coded, in an order that follows nobody's code: what the coder gave, and what others did"
parameters = ["codings", "merged", "coder"]
---*/
-- A fifth of the texts of each cohort, wave and item, the same for everybody, is read first: so any
-- two coders have these in common. Which ones they are, and the order, hang on the words alone: keys
-- are made from participants' ids too, and an order by them could be tried against ids by guessing.
WITH readable AS (
    SELECT
        text_key,
        writer_key,
        cohort,
        wave,
        wave_no,
        item,
        words,
        sha256(words) AS place,
        row_number() OVER kind <= ceil(0.2 * count(*) OVER (PARTITION BY cohort, wave, item))
        AS is_shared
    FROM selected_text($viewer, $selection)
    WHERE words IS NOT NULL
    WINDOW kind AS (PARTITION BY cohort, wave, item ORDER BY sha256(words), text_key)
),

reading AS (
    SELECT
        text_key,
        any_value(given) FILTER (WHERE coder = $coder) AS mine,
        list({ 'coder': coder, 'themes': given } ORDER BY coder) FILTER (WHERE coder <> $coder)
        AS others
    FROM selected_reading($viewer, $selection, $codings, $merged)
    WHERE coder <> 'export'
    GROUP BY text_key
)

SELECT
    r.text_key,
    r.writer_key,
    r.cohort,
    r.wave,
    r.item,
    r.words,
    r.is_shared,
    g.mine,
    g.others,
    coalesce(len(list_filter(g.others, lambda other: other['themes'] <> g.mine)) > 0, FALSE)
    AS differs
FROM readable AS r
LEFT JOIN reading AS g ON r.text_key = g.text_key
ORDER BY r.is_shared DESC, r.place ASC, r.text_key ASC
