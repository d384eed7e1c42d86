/*---
grain = "one row per attribute of contacts that the programme asked about"
needs = ["answer_count"]
---*/
-- It looks across participants. categories is how many there could be: the codes of
-- a fixed vocabulary, otherwise those that core contacts of any cohort and wave hold. seen lists
-- those in use; a column with more than 50 is a text rather than a set of categories and has no list.
WITH counted AS (
    SELECT
        attribute,
        list(DISTINCT category) FILTER (WHERE is_known) AS held
    FROM answer_count
    GROUP BY attribute
)

SELECT
    attribute,
    attribute NOT IN ('gender', 'age', 'ethnicity') AS has_mix,
    attribute IN ('function', 'sector', 'seniority', 'distance', 'gender', 'age', 'ethnicity')
        AS has_similarity,
    CASE attribute
        WHEN 'affiliation' THEN 2
        WHEN 'seniority' THEN 3
        WHEN 'distance' THEN 4
        ELSE CAST(coalesce(len(held), 0) AS INTEGER)
    END AS categories,
    CASE WHEN len(held) <= 50 THEN list_sort(held) END AS seen
FROM counted
ORDER BY attribute
