/*---
title = "Birds of a feather"
plain_words = "On most of what was asked, most of the contacts are the same as the participant."
rule = "Watch when, on more than half of the usable attributes, enough of the contacts are the same as the participant. The attributes are function, seniority, sector and place (same site, or same city or region). Gender, age and ethnicity never count: a share of them says little without the make-up of the people one could have named, which a programme's settings do not hold."
minimum_data = "Three usable attributes. An attribute is usable when it applies to five contacts or more and, for function and sector, the participant's own is known."
thresholds = ["birds_of_a_feather_same"]
needs = ["similarity", "network", "audit"]
why_it_matters = """
People like oneself are easy to turn to and to trust; people unlike oneself more often know something else.
"""
caution = """
Much of the likeness in a list comes from who is there to be named. In a small team or a single trade a list looks alike whatever one prefers. The cut-offs are this programme's own.
"""
references = ["McPherson, Smith-Lovin & Cook (2001), Annual Review of Sociology 27", "Ibarra (2015), Act Like a Leader, Think Like a Leader"]

[[examples]]
note = "the same on three of four attributes"
participant = { function = "clinical", sector = "health" }
contacts = """
contact_id function seniority sector distance
A clinical same_level health same_site
B clinical same_level health same_site
C clinical same_level health same_city_region
D clinical same_level health same_site
E finance more_senior education other_country
"""
computed = "watch"
gap = 1

[[examples]]
note = "the same on two of four attributes is not more than half; one more attribute needs two contacts"
participant = { function = "clinical", sector = "health" }
contacts = """
contact_id function seniority sector distance
A clinical same_level health same_site
B clinical more_senior health same_site
C finance more_senior health same_site
D finance more_senior health same_site
E finance more_senior health same_site
"""
computed = "clear"
gap = 2

[[examples]]
note = "without the participant's own function and sector two attributes are left"
contacts = """
contact_id function seniority sector distance
A clinical same_level health same_site
B clinical same_level health same_site
C clinical same_level health same_site
D clinical same_level health same_site
E clinical same_level health same_site
"""
computed = "not_enough_information"

[[examples]]
note = "the same on two of four, and a third cannot be told"
participant = { function = "clinical", sector = "health" }
contacts = """
contact_id function seniority sector distance
A clinical same_level health other_country
B clinical same_level health other_country
C clinical same_level health other_country
D clinical same_level unknown other_country
E clinical same_level unknown other_country
"""
computed = "not_enough_information"

[[examples]]
note = "gender, age and ethnicity do not count"
participant = { function = "clinical" }
contacts = """
contact_id function seniority gender_rel age_rel ethnicity_rel
A clinical same_level same within_10 same
B clinical same_level same within_10 same
C clinical same_level same within_10 same
D clinical same_level same within_10 same
E clinical same_level same within_10 same
"""
computed = "not_enough_information"
---*/
WITH attribute AS (
    SELECT
        m.audit_id,
        CASE m.attribute WHEN 'distance' THEN 'place' ELSE m.attribute END AS name,
        m.n_same AS same,
        m.n_applicable AS n,
        m.n_applicable - m.n_known AS unknown,
        surely_at_least(same, unknown, n, s.birds_of_a_feather_same) AS is_alike,
        gap_at_least(same, unknown, n, s.birds_of_a_feather_same) AS gap
    FROM similarity AS m
    CROSS JOIN setting AS s
    WHERE
        m.attribute IN ('function', 'seniority', 'sector', 'distance')
        AND m.is_usable
        AND m.n_applicable >= 5
),

counted AS (
    SELECT
        audit_id,
        count(*) AS usable,
        count(*) FILTER (WHERE is_alike) AS alike,
        count(*) FILTER (WHERE is_alike IS NULL) AS unsure,
        list(gap ORDER BY gap) FILTER (WHERE is_alike AND gap IS NOT NULL) AS gaps_to_unlike,
        list(gap ORDER BY gap) FILTER (WHERE NOT is_alike) AS gaps_to_alike,
        string_agg(
            name || ' ' || same || ' of ' || n
            || CASE WHEN unknown > 0 THEN ' with ' || unknown || ' not known' ELSE '' END,
            ', ' ORDER BY name
        ) AS shares
    FROM attribute
    GROUP BY audit_id
),

-- Of the attributes that surely turn, the easiest come first: as many of them as it takes for
-- "more than half" to turn.
judged AS (
    SELECT
        a.audit_id,
        a.contacts_status = 'partial' AS is_partial,
        n.n,
        coalesce(c.usable, 0) AS usable,
        c.alike,
        c.unsure,
        c.shares,
        CASE
            WHEN c.usable >= 3 AND 2 * c.alike > c.usable THEN TRUE
            WHEN c.usable >= 3 AND 2 * (c.alike + c.unsure) <= c.usable THEN FALSE
        END AS holds,
        CASE
            WHEN holds THEN c.gaps_to_unlike[c.alike - c.usable // 2]
            WHEN NOT holds THEN c.gaps_to_alike[c.usable // 2 + 1 - c.alike]
        END AS gap
    FROM audit AS a
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    LEFT JOIN counted AS c ON a.audit_id = c.audit_id
)

SELECT
    audit_id,
    rule_state(holds) AS computed,
    gap,
    NULL AS gap_pairs,
    evidence_sentence(n, [
        CASE
            WHEN usable < 3
                THEN
                    amount(usable, 'attribute', 'attributes')
                    || ' can be compared, and at least 3 are needed'
            ELSE
                'Mostly the same as the participant on ' || alike || ' of ' || usable
                || ' attributes (' || shares || ')'
        END,
        CASE
            WHEN usable >= 3 AND unsure > 0
                THEN not_known([amount(unsure, 'attribute', 'attributes')])
        END,
        unfinished(is_partial),
        CASE WHEN usable >= 3 THEN undecided(holds) END,
        near_line(holds, gap, NULL, NULL)
    ]) AS evidence
FROM judged
