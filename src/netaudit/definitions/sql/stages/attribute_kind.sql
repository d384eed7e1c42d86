/*---
grain = "one row per attribute of contacts that the programme asked about"
needs = ["contact_answer"]
---*/
-- The one stage that looks across participants. categories is how many there could be: the codes of
-- a fixed vocabulary, otherwise those that core contacts of any cohort and wave hold.
SELECT
    attribute,
    attribute NOT IN ('gender', 'age', 'ethnicity') AS has_mix,
    attribute IN ('function', 'sector', 'seniority', 'distance', 'gender', 'age', 'ethnicity')
        AS has_similarity,
    CASE attribute
        WHEN 'affiliation' THEN 2
        WHEN 'seniority' THEN 3
        WHEN 'distance' THEN 4
        ELSE CAST(count(DISTINCT category) FILTER (WHERE is_known) AS INTEGER)
    END AS categories
FROM contact_answer
GROUP BY attribute
ORDER BY attribute
