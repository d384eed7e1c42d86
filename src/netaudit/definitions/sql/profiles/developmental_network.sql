/*---
title = "Developmental network"
grain = "one row per audit that answers on mentoring: the people who mentor the participant, taken together"
needs = ["audit", "core_contact", "mentoring_open", "mentoring_portfolio", "tie_pair"]
plain_words = "Whether the people who help somebody along come from several parts of life that do not know each other, and how close they are: one of four kinds, after Higgins and Kram."
rule = "Two questions about everybody who mentors the participant on the day of the audit. Range is high where they come from two or more parts of life and fewer than half of their pairs know each other. Closeness is high where it is 3 of 4 or more on average. High range and high closeness is called entrepreneurial, high range alone opportunistic, high closeness alone traditional, neither receptive."
minimum_data = "Two people who mentor the participant, their part of life, how close each is, and whether they know each other, which is known of those on the list of contacts. An answer not given counts both ways: only where every way gives the same kind is it told."
why_it_matters = """
People from different places bring news and openings that one circle does not have; people who are close put more effort into helping.
"""
caution = """
The cut-offs are our own; the authors draw a map and no lines. With two or three people a single answer can turn the result. Somebody whom the programme chose is not close yet at first, so the kind can look more opportunistic for a while. None of the four is better than the others.
"""
references = ["Higgins & Kram (2001), Academy of Management Review 26", "Kram (1985), Mentoring at Work"]

[[examples]]
note = "three people from three parts of life, one of their three pairs knows each other, closeness 4, 3 and 2; one point lower would turn it"
contacts = "A B C"
ties = "A-B"
mentoring = """
mentoring_id my_role contact_id social_system closeness
m1 mentee A current_org 4
m2 mentee B education 3
m3 both C other_org 2
"""
gives = { type = "entrepreneurial", developers = 3, systems = 3, tied_pairs = 1, pairs = 3, closeness_mean = 3.0, closeness_gap = 1, pair_gap = 1, is_near_line = true }

[[examples]]
note = "the same, and one of them is a point less close"
contacts = "A B C"
ties = "A-B"
mentoring = """
mentoring_id my_role contact_id social_system closeness
m1 mentee A current_org 4
m2 mentee B education 2
m3 both C other_org 2
"""
gives = { type = "opportunistic", closeness_gap = 1 }

[[examples]]
note = "two close people from one place: whether they know each other does not matter"
mentoring = """
mentoring_id my_role social_system closeness
m1 mentee current_org 4
m2 mentee current_org 3
"""
gives = { type = "traditional", unknown_pairs = 1, closeness_gap = 2 }

[[examples]]
note = "two people who know each other and are not close; the second is the participant's mentee and no developer"
contacts = "A B C"
ties = "A-C B-C"
mentoring = """
mentoring_id my_role contact_id social_system closeness
m1 mentee A current_org 2
m2 mentor B current_org 4
m3 mentee C other_org 1
"""
gives = { type = "receptive", developers = 2, closeness_gap = 3, pair_gap = 1 }

[[examples]]
note = "one of two is not on the list, so nobody knows whether they know each other"
contacts = "A"
mentoring = """
mentoring_id my_role contact_id social_system closeness
m1 mentee A current_org 4
m2 mentee . education 3
"""
gives = { state = "not_enough_information", developers = 2, unknown_pairs = 1 }

[[examples]]
note = "one person alone is no network, even with two relationships"
contacts = "A"
mentoring = """
mentoring_id my_role contact_id social_system closeness
m1 mentee A current_org 4
m2 both A current_org 4
"""
gives = { state = "too_few", developers = 1 }

[[examples]]
note = "mentoring was not asked"
gives = {}
---*/
-- A developer is a person: relationships with one contact are one, as close as the closest of them.
WITH received AS (
    SELECT
        o.audit_id,
        coalesce('contact ' || o.contact_id, 'relationship ' || o.mentoring_id) AS developer,
        k.contact_no,
        o.social_system,
        o.closeness,
        o.via_programme
    FROM mentoring_open AS o
    LEFT JOIN core_contact AS k ON o.audit_id = k.audit_id AND o.contact_id = k.contact_id
    WHERE o.receives
),

developer AS (
    SELECT
        audit_id,
        developer,
        any_value(contact_no) AS contact_no,
        count(closeness) = count(*) AS closeness_is_known,
        max(coalesce(closeness, 1)) AS closeness_at_least,
        max(coalesce(closeness, 4)) AS closeness_at_most,
        bool_or(via_programme = 'yes') AS is_via_programme
    FROM received
    GROUP BY audit_id, developer
),

social AS (
    SELECT
        audit_id,
        count(DISTINCT social_system) AS systems,
        count(*) FILTER (WHERE social_system IS NULL) AS unknown_systems
    FROM received
    GROUP BY audit_id
),

close AS (
    SELECT
        audit_id,
        count(*) AS developers,
        count(*) FILTER (WHERE NOT closeness_is_known) AS unknown_closeness,
        sum(closeness_at_least) AS closeness_at_least,
        sum(closeness_at_most) AS closeness_at_most,
        count(*) FILTER (WHERE is_via_programme) AS via_programme
    FROM developer
    GROUP BY audit_id
),

acquaintance AS (
    SELECT
        x.audit_id,
        CASE
            WHEN x.contact_no IS NULL OR y.contact_no IS NULL THEN NULL
            WHEN a.ties_status = 'not_asked' THEN NULL
            WHEN t.audit_id IS NULL
                THEN CASE WHEN a.ties_status = 'positive_only_complete' THEN FALSE END
            WHEN t.is_known THEN t.is_tied
        END AS is_tied
    FROM developer AS x
    INNER JOIN developer AS y ON x.audit_id = y.audit_id AND x.developer < y.developer
    INNER JOIN audit AS a ON x.audit_id = a.audit_id
    LEFT JOIN tie_pair AS t
        ON
            x.audit_id = t.audit_id
            AND t.low_no = least(x.contact_no, y.contact_no)
            AND t.high_no = greatest(x.contact_no, y.contact_no)
),

knit AS (
    SELECT
        audit_id,
        count(*) AS pairs,
        count(*) FILTER (WHERE is_tied) AS tied_pairs,
        count(*) FILTER (WHERE is_tied IS NULL) AS unknown_pairs
    FROM acquaintance
    GROUP BY audit_id
),

unsure_role AS (
    SELECT
        audit_id,
        count(*) AS unknown_roles
    FROM mentoring_open
    WHERE receives IS NULL
    GROUP BY audit_id
),

counted AS (
    SELECT
        p.audit_id,
        coalesce(c.developers, 0) AS developers,
        coalesce(u.unknown_roles, 0) AS unknown_roles,
        coalesce(s.systems, 0) AS systems,
        coalesce(s.unknown_systems, 0) AS unknown_systems,
        coalesce(k.pairs, 0) AS pairs,
        coalesce(k.tied_pairs, 0) AS tied_pairs,
        coalesce(k.unknown_pairs, 0) AS unknown_pairs,
        coalesce(c.unknown_closeness, 0) AS unknown_closeness,
        c.closeness_at_least,
        c.closeness_at_most,
        coalesce(c.via_programme, 0) AS via_programme
    FROM mentoring_portfolio AS p
    LEFT JOIN close AS c ON p.audit_id = c.audit_id
    LEFT JOIN social AS s ON p.audit_id = s.audit_id
    LEFT JOIN knit AS k ON p.audit_id = k.audit_id
    LEFT JOIN unsure_role AS u ON p.audit_id = u.audit_id
    WHERE p.is_known
),

judged AS (
    SELECT
        *,
        CASE
            WHEN systems >= 2 AND (tied_pairs + unknown_pairs) * 2 < pairs THEN TRUE
            WHEN systems + unknown_systems < 2 OR tied_pairs * 2 >= pairs THEN FALSE
        END AS is_diverse,
        CASE
            WHEN closeness_at_least >= developers * 3 THEN TRUE
            WHEN closeness_at_most < developers * 3 THEN FALSE
        END AS is_close,
        CASE
            WHEN developers + unknown_roles < 2 THEN 'too_few'
            WHEN unknown_roles = 0 THEN 'judged'
            ELSE 'not_enough_information'
        END AS readiness
    FROM counted
),

measured AS (
    SELECT
        *,
        readiness = 'judged' AND is_diverse IS NOT NULL AND is_close IS NOT NULL AS is_told,
        CASE
            WHEN unknown_closeness > 0 THEN NULL
            WHEN is_close THEN closeness_at_least - developers * 3 + 1
            ELSE developers * 3 - closeness_at_least
        END AS closeness_gap,
        CASE
            WHEN systems < 2 OR unknown_pairs > 0 THEN NULL
            WHEN is_diverse THEN (pairs + 1) // 2 - tied_pairs
            ELSE tied_pairs - (pairs + 1) // 2 + 1
        END AS pair_gap
    FROM judged
)

SELECT
    audit_id,
    CASE
        WHEN is_told THEN 'told'
        WHEN readiness = 'judged' THEN 'not_enough_information'
        ELSE readiness
    END AS state,
    CASE
        WHEN NOT is_told THEN NULL
        WHEN is_diverse AND is_close THEN 'entrepreneurial'
        WHEN is_diverse THEN 'opportunistic'
        WHEN is_close THEN 'traditional'
        ELSE 'receptive'
    END AS type,
    CAST(developers AS INTEGER) AS developers,
    CAST(via_programme AS INTEGER) AS via_programme,
    CAST(unknown_roles AS INTEGER) AS unknown_roles,
    CAST(systems AS INTEGER) AS systems,
    CAST(unknown_systems AS INTEGER) AS unknown_systems,
    CAST(pairs AS INTEGER) AS pairs,
    CAST(tied_pairs AS INTEGER) AS tied_pairs,
    CAST(unknown_pairs AS INTEGER) AS unknown_pairs,
    CAST(unknown_closeness AS INTEGER) AS unknown_closeness,
    CASE
        WHEN unknown_closeness = 0
            THEN CAST(closeness_at_least AS DOUBLE) / nullif(developers, 0)
    END AS closeness_mean,
    is_diverse,
    is_close,
    CASE WHEN is_told THEN CAST(closeness_gap AS INTEGER) END AS closeness_gap,
    CASE WHEN is_told THEN CAST(pair_gap AS INTEGER) END AS pair_gap,
    is_told AND (coalesce(closeness_gap = 1, FALSE) OR coalesce(pair_gap = 1, FALSE))
    AS is_near_line
FROM measured
ORDER BY audit_id
