/*---
grain = "one row per audit, item of mentoring and code that is said of an open relationship"
needs = ["mentoring_open", "mentoring_portfolio"]
---*/
-- code is NULL where a relationship leaves the item open, beside what other relationships say. How a
-- mentor was found and approached is asked of those who mentor the participant; where the role was
-- left blank it is not known.
WITH described AS (
    SELECT
        audit_id,
        type,
        formality,
        mode,
        my_role AS role,
        scope,
        CASE WHEN receives THEN source WHEN NOT receives THEN 'not_applicable' END AS source,
        CASE WHEN receives THEN approach WHEN NOT receives THEN 'not_applicable' END AS approach
    FROM mentoring_open
),

described_item AS (
    SELECT
        audit_id,
        item,
        code
    FROM described
    UNPIVOT INCLUDE NULLS (
        code FOR item IN (type, formality, mode, role, scope, source, approach)
    )
),

summed_item AS (
    SELECT
        audit_id,
        item,
        CASE WHEN holds THEN 'yes' WHEN NOT holds THEN 'no' END AS code
    FROM mentoring_portfolio
    UNPIVOT INCLUDE NULLS (
        holds FOR item IN (
            has_mentor, has_mentee, gives_and_receives, has_sponsor, has_outside, helps_why,
            helps_how, helps_whom, helps_all, via_programme, has_own_find, exploratory_first
        )
    )
    WHERE is_known
)

SELECT
    audit_id,
    item,
    code
FROM summed_item
UNION
SELECT
    audit_id,
    item,
    code
FROM described_item
ORDER BY audit_id, item, code
