/*---
title = "Network lag"
plain_words = "The list is mostly people from earlier years, and few of them matter for where the participant wants to go."
rule = "Watch when enough of the contacts belong to the past (known for five years or longer, or first met in an earlier role or in education) and few enough of them matter for the future."
minimum_data = "Five contacts, since when or from where each is known, and whether each matters for the future. When too few belong to the past it is clear without the second answer."
thresholds = ["network_lag_past", "network_lag_future"]
needs = ["pattern_count"]
why_it_matters = """
People change jobs and plans faster than the circle they turn to. A list made of earlier years may have little to say about the next step.
"""
caution = """
Somebody known for long who matters for what comes next is no lag, which is why the rule asks for both. Old acquaintances taken up again can be worth a great deal. The cut-offs are this programme's own.
"""
references = ["Ibarra (2015), Act Like a Leader, Think Like a Leader", "Levin, Walter & Murnighan (2011), Organization Science 22"]

[[examples]]
note = "four of five belong to the past, one matters for the future"
contacts = """
contact_id years_known first_known future_relevance
A 9 current_role no
B 6 current_role no
C . education no
D 2 previous_role no
E 1 current_role yes
"""
computed = "watch"
gap = 1

[[examples]]
note = "seven of eight belong to the past, the future was not asked"
contacts = """
contact_id years_known
A 9
B 6
C 5
D 5
E 12
F 7
G 8
H 1
"""
computed = "not_enough_information"

[[examples]]
note = "two of six belong to the past: clear without the second answer"
contacts = """
contact_id years_known
A 9
B 6
C 1
D 1
E 2
F 4.5
"""
computed = "clear"
gap = 3

[[examples]]
note = "all belong to the past and all matter"
contacts = """
contact_id first_known future_relevance
A education yes
B education yes
C education yes
D previous_role yes
E previous_role yes
"""
computed = "clear"
gap = 4

[[examples]]
note = "somebody met in the current role, for an unknown time, does not belong to the past"
contacts = """
contact_id years_known first_known future_relevance
A 9 . no
B 9 . no
C 9 . no
D . unknown no
E . current_role no
"""
computed = "not_enough_information"
---*/
WITH condition AS (
    SELECT
        c.*,
        CASE
            WHEN c.n >= 5 THEN surely_at_least(c.past, c.past_unknown, c.n, s.network_lag_past)
        END AS is_dated,
        gap_at_least(c.past, c.past_unknown, c.n, s.network_lag_past) AS past_gap,
        CASE
            WHEN c.n >= 5
                THEN surely_at_most(c.future, c.future_unknown, c.n, s.network_lag_future)
        END AS is_behind,
        gap_at_most(c.future, c.future_unknown, c.n, s.network_lag_future) AS future_gap
    FROM pattern_count AS c
    CROSS JOIN setting AS s
),

judged AS (
    SELECT
        *,
        is_dated AND is_behind AS holds,
        CASE
            WHEN is_dated AND is_behind THEN least(past_gap, future_gap)
            ELSE greatest(
                counted_gap(FALSE, is_dated, past_gap), counted_gap(FALSE, is_behind, future_gap)
            )
        END AS gap
    FROM condition
)

SELECT
    audit_id,
    rule_state(holds) AS computed,
    gap,
    NULL AS gap_pairs,
    evidence_sentence(n, [
        told(
            past, past_unknown, n, 'contacts belongs to the past', 'contacts belong to the past',
            'Since when the contacts are known was not answered'
        ) || ' and ' || told(
            future, future_unknown, n, 'matters for the future', 'matter for the future',
            'who matters for the future was not answered'
        ),
        not_known([
            some_missing(past_unknown, n, 'contact''s past', 'contacts'' past'),
            some_missing(future_unknown, n, 'contact''s future', 'contacts'' future')
        ]),
        unfinished(is_partial),
        undecided(holds),
        near_line(holds, gap, NULL, NULL)
    ]) AS evidence
FROM judged
