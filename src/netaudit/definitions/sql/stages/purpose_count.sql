/*---
grain = "one row per audit and purpose: how many core contacts serve it"
needs = ["audit", "core_contact"]
---*/
-- A blank cell is unknown; the word none is an answer that names no purpose.
WITH purpose AS (
    SELECT unnest(['operational', 'personal', 'strategic']) AS purpose
),

answered AS (
    SELECT
        audit_id,
        count(purposes) AS answered
    FROM core_contact
    GROUP BY audit_id
),

named AS (
    SELECT
        audit_id,
        is_internal,
        unnest(string_split(purposes, '|')) AS purpose
    FROM core_contact
),

served AS (
    SELECT
        audit_id,
        purpose,
        count(*) AS contacts,
        count(is_internal) AS placed,
        count(*) FILTER (WHERE is_internal) AS internal
    FROM named
    GROUP BY audit_id, purpose
),

counted AS (
    SELECT
        a.audit_id,
        p.purpose,
        coalesce(w.answered, 0) AS answered,
        coalesce(s.contacts, 0) AS contacts,
        coalesce(s.placed, 0) AS placed,
        coalesce(s.internal, 0) AS internal
    FROM audit AS a
    CROSS JOIN purpose AS p
    LEFT JOIN answered AS w ON a.audit_id = w.audit_id
    LEFT JOIN served AS s ON a.audit_id = s.audit_id AND p.purpose = s.purpose
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
