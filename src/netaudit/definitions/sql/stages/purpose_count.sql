/*---
grain = "one row per audit and purpose: how many core contacts serve it"
needs = ["audit", "core_contact"]
---*/
-- A blank cell is unknown; the word none is an answer that names no purpose.
WITH purpose AS (
    SELECT unnest(['operational', 'personal', 'strategic']) AS purpose
),

answer AS (
    SELECT
        audit_id,
        is_internal,
        string_split(purposes, '|') AS named
    FROM core_contact
    WHERE purposes IS NOT NULL
),

counted AS (
    SELECT
        a.audit_id,
        p.purpose,
        count(w.named) AS answered,
        count(*) FILTER (WHERE list_contains(w.named, p.purpose)) AS contacts,
        count(w.is_internal) FILTER (WHERE list_contains(w.named, p.purpose)) AS placed,
        count(*) FILTER (WHERE list_contains(w.named, p.purpose) AND w.is_internal) AS internal
    FROM audit AS a
    CROSS JOIN purpose AS p
    LEFT JOIN answer AS w ON a.audit_id = w.audit_id
    GROUP BY a.audit_id, p.purpose
)

SELECT
    audit_id,
    purpose,
    answered,
    contacts,
    placed,
    internal,
    CAST(sum(contacts) OVER (PARTITION BY audit_id) AS INTEGER) AS mentions
FROM counted
ORDER BY audit_id, purpose
