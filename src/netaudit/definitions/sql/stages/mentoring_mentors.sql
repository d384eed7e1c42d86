/*---
grain = "one row per audit with answers about mentoring: its open relationships with a mentor, side by side"
needs = ["mentoring_open", "mentoring_portfolio"]
---*/
-- Only relationships in which the participant surely is mentored. A yes-or-no figure that compares
-- mentors is NULL for fewer than two, and where answers that are missing could decide it; how mentors
-- were found is NULL without any. covers_more: together they help with more of knowing why, how and
-- whom than any one of them; known where every one of these answers is.
WITH mentor AS (
    SELECT
        audit_id,
        mentoring_id,
        contact_id,
        type,
        social_system,
        is_own_find,
        helps_why = 'yes' AS why,
        helps_how = 'yes' AS how,
        helps_whom = 'yes' AS whom,
        CAST(why AS INTEGER) + CAST(how AS INTEGER) + CAST(whom AS INTEGER) AS kinds
    FROM mentoring_open
    WHERE receives
),

compared AS (
    SELECT
        audit_id,
        count(contact_id) AS listed,
        any_true(is_own_find, mentoring_id) AS own_find,
        any_true(NOT is_own_find, mentoring_id) AS programme_find,
        CASE
            WHEN count(DISTINCT type) > 1 THEN TRUE
            WHEN count(type) = count(*) THEN FALSE
        END AS types_differ,
        CASE
            WHEN count(DISTINCT social_system) > 1 THEN TRUE
            WHEN count(social_system) = count(*) THEN FALSE
        END AS systems_differ,
        CASE
            WHEN count(kinds) = count(*)
                THEN
                    CAST(bool_or(why) AS INTEGER)
                    + CAST(bool_or(how) AS INTEGER)
                    + CAST(bool_or(whom) AS INTEGER)
                    > max(kinds)
        END AS covers_more
    FROM mentor
    GROUP BY audit_id
)

SELECT
    p.audit_id,
    p.mentors,
    coalesce(c.listed, 0) AS listed,
    c.own_find,
    c.programme_find,
    CASE WHEN p.mentors >= 2 THEN c.types_differ END AS types_differ,
    CASE WHEN p.mentors >= 2 THEN c.systems_differ END AS systems_differ,
    CASE WHEN p.mentors >= 2 THEN c.covers_more END AS covers_more
FROM mentoring_portfolio AS p
LEFT JOIN compared AS c ON p.audit_id = c.audit_id
WHERE p.is_known
ORDER BY p.audit_id
