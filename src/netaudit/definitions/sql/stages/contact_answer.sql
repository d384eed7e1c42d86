/*---
grain = "one row per core contact and attribute with an answer, not_applicable and unknown among them"
needs = ["audit", "core_contact"]
---*/
-- Attributes become rows here, so that whatever follows handles a survey's own attributes (x_) and
-- the fixed ones alike. A blank cell is unknown and has no row.
WITH fixed_answer AS (
    UNPIVOT (
        SELECT
            audit_id,
            contact_no,
            is_internal,
            affiliation,
            function,
            sector,
            seniority,
            distance,
            gender_rel AS gender,
            age_rel AS age,
            ethnicity_rel AS ethnicity
        FROM core_contact
    )
    ON affiliation, function, sector, seniority, distance, gender, age, ethnicity
    INTO NAME attribute VALUE category
),

further_answer AS (
    SELECT
        c.audit_id,
        c.contact_no,
        c.is_internal,
        f.attribute,
        f.category
    FROM contact_attributes AS f
    INNER JOIN audit AS a ON f.participant_id = a.participant_id AND f.wave = a.wave
    INNER JOIN core_contact AS c ON a.audit_id = c.audit_id AND f.contact_id = c.contact_id
    WHERE f.category IS NOT NULL
),

answer AS (
    SELECT
        audit_id,
        contact_no,
        is_internal,
        attribute,
        category
    FROM fixed_answer
    UNION ALL
    SELECT
        audit_id,
        contact_no,
        is_internal,
        attribute,
        category
    FROM further_answer
)

SELECT
    audit_id,
    contact_no,
    is_internal,
    attribute,
    category,
    category <> 'not_applicable' AS is_applicable,
    CASE
        WHEN attribute IN ('gender', 'age', 'ethnicity')
            THEN category NOT IN ('unknown', 'prefer_not')
        ELSE category NOT IN ('unknown', 'not_applicable')
    END AS is_known
FROM answer
