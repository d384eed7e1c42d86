/*---
grain = "one row per core contact: whom of the other core contacts it knows"
needs = ["core_contact", "tie_end"]
---*/
-- neighbours is a set: bit contact_no is 1 for each contact known. Only for audits whose every
-- pair is known do the measures read it.
WITH gathered AS (
    SELECT
        audit_id,
        contact_no,
        bit_or(CAST(1 AS UBIGINT) << other_no) AS neighbours
    FROM tie_end
    GROUP BY audit_id, contact_no
)

SELECT
    c.audit_id,
    c.contact_no,
    coalesce(g.neighbours, CAST(0 AS UBIGINT)) AS neighbours,
    CAST(bit_count(coalesce(g.neighbours, CAST(0 AS UBIGINT))) AS INTEGER) AS degree
FROM core_contact AS c
LEFT JOIN gathered AS g ON c.audit_id = g.audit_id AND c.contact_no = g.contact_no
ORDER BY c.audit_id, c.contact_no
