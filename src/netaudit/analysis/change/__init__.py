"""What changed between two waves, how sure that is, and in whom: the change page and its CSV.

Every function takes (database, viewer, selection) and keywords, and gives a Finding unless said;
`first` and `last` are wave names, `chosen` comes from `outcomes.chosen_in(ledger, database, viewer,
selection)`. Without a cohort in the selection, all cohorts of the programme count together.

choices     span_choices (two waves, as "1-3"), span_of, theme_choices, measure_choices, measure_of,
            usual_smallest (for a form that chooses primary outcomes: store.outcomes)
flow        flow: enrolled, each wave, both
measured    primary (with_p: sign-flip p adjusted by Holm), exploratory (theme)
cards       change_cards (Figures): primary outcomes, or three measures to begin with
one         pairs (everybody's two values, team only), checks (other statistics of one change)
binary      patterns_changed, uptake_changed (with_p: McNemar mid-p); outside: binary_outside
contacts    contacts: kept, added, dropped, overlap
leavers     leavers, if_leavers: evaluators only
access      access_choices, access (what, attribute): who has a strategic contact, a sponsor, …
groups      attribute_choices, changes (measure, aspect, attribute)
comparison  comparison_choices, against_comparison: difference in differences
            comparison_binary: the same for yes-or-no outcomes
patterns    transitions, at_other_cut_offs, rule_audit; the list against the own rating is
            analysis.patterns.agreement
cohorts     side_by_side (every cohort and all together)
earlier     reference (earlier cohorts as a band, this one over it)
planning    what_can_be_told (pairs, measure): before there are data
outcomes    chosen_in, timing (sentences on when the primary outcomes were chosen)
rows        change_rows: the figures behind, and the table of `netaudit change`
"""
