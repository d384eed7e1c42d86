/*---
grain = "one row per participant and attribute that is known: what cohorts can be grouped by"
---*/
WITH named AS (
    UNPIVOT (
        SELECT
            participant_id,
            organisation,
            function,
            sector,
            level,
            place,
            scheme_role,
            gender,
            age_band,
            ethnic_group
        FROM participants
    )
    ON COLUMNS(* EXCLUDE (participant_id))
    INTO NAME attribute VALUE category
)

SELECT
    participant_id,
    attribute,
    category
FROM named
WHERE category NOT IN ('unknown', 'not_applicable', 'prefer_not')
ORDER BY participant_id, attribute
