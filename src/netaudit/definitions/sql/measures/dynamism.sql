/*---
title = "Dynamism"
theme = "headline"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "neither years known nor first meeting is known of any contact"
why_it_matters = """
Whether the list takes in new people.
"""
how_it_is_calculated = """
Contacts known for less than a year, or met in this programme, divided by contacts of whom the years known or the first meeting is known.
"""
caution = """
A new post brings new contacts whether or not anything else changes, and lists of such contacts change fast in any case.
"""
references = ["Ibarra (2015), Act Like a Leader, Think Like a Leader, Harvard Business Review Press", "Small, Pamphile & McMahan (2015), Social Networks 40"]

[[examples]]
note = "C by its years, D by the programme, of five"
contacts = """
contact_id years_known first_known
A 9 .
B 5 .
C 0.5 .
D 3 this_programme
E . education
F . unknown
"""
value = 0.4

[[examples]]
note = "a full year is not new"
contacts = """
contact_id years_known
A 1
B 2
"""
value = 0.0

[[examples]]
note = "neither is known"
contacts = """
contact_id first_known
A unknown
B .
"""
---*/
SELECT
    audit_id,
    new / nullif(dated, 0) AS value
FROM contact_summary
