/*---
grain = "one row per completed audit with an earlier one: its core list against the participant's previous completed wave"
needs = ["audit", "core_contact", "network"]
---*/
WITH completed AS (
    SELECT
        audit_id,
        lag(audit_id) OVER (PARTITION BY participant_id ORDER BY wave_no) AS previous_id
    FROM audit
    WHERE is_completed
),

kept AS (
    SELECT
        p.audit_id,
        count(*) AS retained
    FROM completed AS p
    INNER JOIN core_contact AS c ON p.audit_id = c.audit_id
    INNER JOIN core_contact AS b ON p.previous_id = b.audit_id AND c.contact_id = b.contact_id
    GROUP BY p.audit_id
)

SELECT
    p.audit_id,
    p.previous_id,
    CAST(coalesce(k.retained, 0) AS INTEGER) AS retained,
    now.n AS size_now,
    before.n AS size_before
FROM completed AS p
INNER JOIN network AS now ON p.audit_id = now.audit_id
INNER JOIN network AS before ON p.previous_id = before.audit_id
LEFT JOIN kept AS k ON p.audit_id = k.audit_id
ORDER BY p.audit_id
