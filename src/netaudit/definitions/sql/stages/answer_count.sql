/*---
grain = "one row per audit, attribute and category that its core contacts were answered with, not_applicable and unknown among them"
needs = ["audit", "core_contact"]
---*/
-- Attributes become rows here, so that whatever follows handles a survey's own attributes (x_) and
-- the fixed ones alike. A blank cell is unknown and is in no row. Each attribute is counted by
-- itself: to put all answers into one long table first would take twice the time.
WITH counted AS (
    SELECT
        audit_id,
        'affiliation' AS attribute,
        affiliation AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE affiliation IS NOT NULL
    GROUP BY audit_id, affiliation
    UNION ALL
    SELECT
        audit_id,
        'function' AS attribute,
        function AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE function IS NOT NULL
    GROUP BY audit_id, function
    UNION ALL
    SELECT
        audit_id,
        'sector' AS attribute,
        sector AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE sector IS NOT NULL
    GROUP BY audit_id, sector
    UNION ALL
    SELECT
        audit_id,
        'seniority' AS attribute,
        seniority AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE seniority IS NOT NULL
    GROUP BY audit_id, seniority
    UNION ALL
    SELECT
        audit_id,
        'distance' AS attribute,
        distance AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE distance IS NOT NULL
    GROUP BY audit_id, distance
    UNION ALL
    SELECT
        audit_id,
        'gender' AS attribute,
        gender_rel AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE gender_rel IS NOT NULL
    GROUP BY audit_id, gender_rel
    UNION ALL
    SELECT
        audit_id,
        'age' AS attribute,
        age_rel AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE age_rel IS NOT NULL
    GROUP BY audit_id, age_rel
    UNION ALL
    SELECT
        audit_id,
        'ethnicity' AS attribute,
        ethnicity_rel AS category,
        count(*) AS contacts
    FROM core_contact
    WHERE ethnicity_rel IS NOT NULL
    GROUP BY audit_id, ethnicity_rel
    UNION ALL
    SELECT
        c.audit_id,
        f.attribute,
        f.category,
        count(*) AS contacts
    FROM contact_attributes AS f
    INNER JOIN audit AS a ON f.participant_id = a.participant_id AND f.wave = a.wave
    INNER JOIN core_contact AS c ON a.audit_id = c.audit_id AND f.contact_id = c.contact_id
    WHERE f.category IS NOT NULL
    GROUP BY c.audit_id, f.attribute, f.category
)

SELECT
    audit_id,
    attribute,
    category,
    contacts,
    category <> 'not_applicable' AS is_applicable,
    CASE
        WHEN attribute IN ('gender', 'age', 'ethnicity')
            THEN category NOT IN ('unknown', 'prefer_not')
        ELSE category NOT IN ('unknown', 'not_applicable')
    END AS is_known
FROM counted
