/*---
title = "Pigeonholing"
plain_words = "Many on the list could not picture the participant in a different role."
rule = "Watch when enough of the contacts could not picture the participant in a different role."
minimum_data = "Five contacts and the question whether each could picture the participant in another role. It is never read from who knows whom."
thresholds = ["pigeonholing_no"]
needs = ["pattern_count"]
why_it_matters = """
People who know one part of somebody's work tend to recommend them for more of the same.
"""
caution = """
It is the participant's guess at what others can imagine. An answer of not sure is common and honest; it counts as not known. The cut-off is this programme's own.
"""
references = ["Ibarra (2015), Act Like a Leader, Think Like a Leader"]

[[examples]]
note = "four said no, three yes, one did not answer: half already, whatever the eighth would say"
contacts = """
contact_id sees_different
A no
B no
C no
D no
E yes
F yes
G yes
H .
"""
computed = "watch"
gap = 1

[[examples]]
note = "two of five said no"
contacts = """
contact_id sees_different
A no
B no
C yes
D yes
E yes
"""
computed = "clear"
gap = 1

[[examples]]
note = "not sure counts as not known"
contacts = """
contact_id sees_different
A no
B no
C not_sure
D yes
E yes
"""
computed = "not_enough_information"

[[examples]]
note = "the question was not asked"
contacts = "A B C D E F"
computed = "not_enough_information"

[[examples]]
note = "the audit was not done"
audit = { contacts_status = "not_done" }
computed = "not_enough_information"
---*/
WITH condition AS (
    SELECT
        c.*,
        CASE
            WHEN c.n >= 5 THEN surely_at_least(c.fixed, c.fixed_unknown, c.n, s.pigeonholing_no)
        END AS holds,
        gap_at_least(c.fixed, c.fixed_unknown, c.n, s.pigeonholing_no) AS fixed_gap
    FROM pattern_count AS c
    CROSS JOIN setting AS s
),

judged AS (
    SELECT
        *,
        counted_gap(holds, holds, fixed_gap) AS gap
    FROM condition
)

SELECT
    audit_id,
    rule_state(holds) AS computed,
    gap,
    NULL AS gap_pairs,
    evidence_sentence(n, [
        told(
            fixed, fixed_unknown, n, 'contacts could not picture a different role',
            'contacts could not picture a different role',
            'Whether the contacts could picture a different role was not answered'
        ),
        not_known([some_missing(fixed_unknown, n, 'contact', 'contacts')]),
        unfinished(is_partial),
        undecided(holds),
        near_line(holds, gap, NULL, NULL)
    ]) AS evidence
FROM judged
