/*---
title = "Echo chamber"
plain_words = "Nearly everybody on the list is inside, and most of them know each other."
rule = "Watch when enough of the contacts are internal (as the programme draws the line) and enough of the pairs of contacts know each other."
minimum_data = "Five contacts, where they work, and who knows whom. When too few are internal it is clear without the ties."
thresholds = ["echo_chamber_internal", "echo_chamber_ties"]
needs = ["pattern_count"]
why_it_matters = """
When help and news come from one circle, the same views come back, and what happens elsewhere is heard late.
"""
caution = """
The cut-offs are this programme's own; no study gives one. A close inner circle can be what a job needs, and what two contacts think of each other is the participant's belief.
"""
references = ["Ibarra (2015), Act Like a Leader, Think Like a Leader", "Burt (2004), American Journal of Sociology 110"]

[[examples]]
note = "five of six are internal, eight of fifteen pairs know each other; one contact and three pairs are not known"
contacts = """
contact_id affiliation
A same_team
B same_team
C same_org
D same_org
E same_org
F unknown
"""
ties = "A-B A-C A-D A-E B-C B-D B-E C-D C/E D/E A/F B/F C?F D?F E?F"
audit = { ties_status = "all_pairs_asked" }
computed = "watch"
gap = 1
gap_pairs = 1

[[examples]]
note = "all eight are internal and none knows another"
contacts = """
contact_id affiliation
A same_team
B same_team
C same_team
D same_team
E same_team
F same_team
G same_team
H same_team
"""
computed = "clear"
gap_pairs = 14

[[examples]]
note = "all are internal, the ties were not asked"
contacts = """
contact_id affiliation
A same_team
B same_team
C same_team
D same_team
E same_team
F same_team
"""
audit = { ties_status = "not_asked" }
computed = "not_enough_information"

[[examples]]
note = "half are external, so the ties do not matter"
contacts = """
contact_id affiliation
A same_team
B same_team
C same_team
D other_org_same_sector
E other_org_same_sector
F outside_work
"""
audit = { ties_status = "not_asked" }
computed = "clear"
gap = 2

[[examples]]
note = "four contacts are too few"
contacts = """
contact_id affiliation
A same_team
B same_team
C same_team
D same_team
"""
ties = "A-B A-C A-D B-C B-D C-D"
computed = "not_enough_information"
---*/
WITH condition AS (
    SELECT
        c.*,
        CASE
            WHEN c.n >= 5
                THEN surely_at_least(c.internal, c.internal_unknown, c.n, s.echo_chamber_internal)
        END AS is_inside,
        gap_at_least(c.internal, c.internal_unknown, c.n, s.echo_chamber_internal) AS inside_gap,
        CASE
            WHEN c.n >= 5
                THEN surely_at_least(c.tied, c.tied_unknown, c.pairs, s.echo_chamber_ties)
        END AS is_knit,
        gap_at_least(c.tied, c.tied_unknown, c.pairs, s.echo_chamber_ties) AS knit_gap
    FROM pattern_count AS c
    CROSS JOIN setting AS s
),

judged AS (
    SELECT
        *,
        is_inside AND is_knit AS holds,
        counted_gap(is_inside AND is_knit, is_inside, inside_gap) AS gap,
        counted_gap(is_inside AND is_knit, is_knit, knit_gap) AS gap_pairs
    FROM condition
)

SELECT
    audit_id,
    rule_state(holds) AS computed,
    gap,
    gap_pairs,
    evidence_sentence(n, [
        told(
            internal, internal_unknown, n, 'contacts is internal', 'contacts are internal',
            'Where the contacts work is not known'
        ) || ' and ' || told(
            tied, tied_unknown, pairs, 'pairs know each other', 'pairs know each other',
            'who knows whom was not answered'
        ),
        not_known([
            some_missing(internal_unknown, n, 'contact', 'contacts'),
            some_missing(tied_unknown, pairs, 'pair', 'pairs')
        ]),
        unfinished(is_partial),
        undecided(holds),
        near_line(holds, gap, gap_pairs, pairs)
    ]) AS evidence
FROM judged
