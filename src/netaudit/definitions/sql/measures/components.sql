/*---
title = "Separate circles"
theme = "structure"
unit = "count"
range = [0, 50]
grain = "audit"
chart = "counts"
needs = ["network", "neighbourhood"]
undefined_when = "a pair of contacts was not answered or the audit was not done"
why_it_matters = """
Circles that meet only in the participant are separate sources of help and news.
"""
how_it_is_calculated = """
Groups of contacts linked by ties, directly or through one another, once the participant is left out. A contact who knows none of the others is a circle of one.
"""
caution = """
One acquaintance makes two circles one, so the count can change with a single answer.
"""
references = ["Wasserman & Faust (1994), Social Network Analysis, chapter 4", "Perry, Pescosolido & Borgatti (2018), Egocentric Network Analysis, Cambridge University Press"]

[[examples]]
note = "a chain of three and a pair"
contacts = "A B C D E"
ties = "A-B B-C D-E"
value = 2

[[examples]]
note = "nobody knows anybody"
contacts = "A B C"
value = 3

[[examples]]
note = "nobody named, no circle"
contacts = ""
value = 0

[[examples]]
note = "one pair was not answered"
contacts = "A B"
ties = "A?B"
---*/
-- Each contact brings the set of itself and those it knows; a set joins all circles it touches.
WITH seed AS (
    SELECT
        audit_id,
        list([neighbours | (CAST(1 AS UBIGINT) << contact_no)] ORDER BY contact_no) AS seeds
    FROM neighbourhood
    GROUP BY audit_id
),

merged AS (
    SELECT
        audit_id,
        list_reduce( -- noqa: PRS
            seeds,
            lambda circles, seed: list_append(
                list_filter(circles, lambda circle: circle & seed[1] = 0),
                seed[1] | coalesce(
                    list_bit_or(list_filter(circles, lambda circle: circle & seed[1] <> 0)), 0
                )
            )
        ) AS circles
    FROM seed
)

SELECT
    n.audit_id,
    CASE WHEN n.pairs_known THEN coalesce(len(m.circles), 0) END AS value
FROM network AS n
LEFT JOIN merged AS m ON n.audit_id = m.audit_id
