/*---
title = "Composition"
theme = "composition"
unit = "share"
range = [0, 1]
grain = "attribute"
chart = "composition"
needs = ["answer_count", "attribute_kind", "attribute_diversity"]
undefined_when = "the attribute is known of no contact: there is no row then"
why_it_matters = """
What the list is made of, before any index sums it up.
"""
how_it_is_calculated = """
For each category, contacts in it divided by contacts whose category is known and applies. Each category that the programme's contacts hold has a row, with 0 where this list has none; attributes with more than 50 categories have rows only for those in use.
"""
caution = """
A share of a short list moves in large steps; read it with the number of contacts behind it.
"""
references = ["Perry, Pescosolido & Borgatti (2018), Egocentric Network Analysis, Cambridge University Press"]

[[examples]]
note = "two of four contacts with a known, applicable function"
contacts = """
contact_id function
A clinical
B clinical
C operations
D research
E unknown
F not_applicable
"""
attribute = "function=clinical"
value = 0.5

[[examples]]
note = "a question of the programme's own"
contacts = """
contact_id x_field
A arts
B law
C .
"""
attribute = "x_field=law"
value = 0.5

[[examples]]
note = "no function is known"
contacts = """
contact_id function
A unknown
B .
"""
attribute = "function=clinical"
---*/
WITH expected AS (
    SELECT
        d.audit_id,
        d.attribute,
        unnest(k.seen) AS category
    FROM attribute_diversity AS d
    INNER JOIN attribute_kind AS k ON d.attribute = k.attribute
    WHERE d.known > 0
),

held AS (
    SELECT
        c.audit_id,
        c.attribute,
        c.category,
        c.contacts
    FROM answer_count AS c
    INNER JOIN attribute_kind AS k ON c.attribute = k.attribute
    WHERE c.is_known AND k.has_mix
),

category_count AS (
    SELECT
        coalesce(e.audit_id, h.audit_id) AS audit_id,
        coalesce(e.attribute, h.attribute) AS attribute,
        coalesce(e.category, h.category) AS category,
        coalesce(h.contacts, 0) AS contacts
    FROM expected AS e
    FULL OUTER JOIN held AS h
        ON e.audit_id = h.audit_id AND e.attribute = h.attribute AND e.category = h.category
)

SELECT
    c.audit_id,
    c.attribute || '=' || c.category AS attribute,
    c.contacts / nullif(d.known, 0) AS value
FROM category_count AS c
INNER JOIN attribute_diversity AS d ON c.audit_id = d.audit_id AND c.attribute = d.attribute
