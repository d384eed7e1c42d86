"""What changed between two waves, how sure that is, and in whom: the change page and its CSV.

Every function takes (database, viewer, selection) and keywords; `first` and `last` are wave names,
`chosen` comes from `outcomes.chosen_in(ledger, database, viewer, selection)`.

choices   span_choices (two waves), span_of, theme_choices, measure_choices, measure_of
flow      flow: enrolled, each wave, both
measured  primary (with_p: sign-flip p adjusted by Holm), exploratory (theme)
binary    patterns_changed, uptake_changed (with_p: McNemar mid-p)
rows      change_rows: the figures behind, and the table of `netaudit change`
"""
