/*---
grain = "one row per pair of core contacts with an answer, the lower contact_no first"
needs = ["audit", "core_contact"]
---*/
-- Repeated rows, reversed rows and ties from a contact to itself count once or not at all, whatever
-- an export holds. Ties that name somebody off the core list do not count.
WITH reported AS (
    SELECT
        a.audit_id,
        t.contact_a,
        t.contact_b,
        coalesce(t.tie, 'acquainted') AS tie
    FROM audit AS a
    INNER JOIN ties AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
    WHERE t.contact_a <> t.contact_b
)

SELECT
    r.audit_id,
    least(x.contact_no, y.contact_no) AS low_no,
    greatest(x.contact_no, y.contact_no) AS high_no,
    bool_or(r.tie IN ('acquainted', 'work_closely')) AS is_tied,
    bool_or(r.tie <> 'unknown') AS is_known
FROM reported AS r
INNER JOIN core_contact AS x ON r.audit_id = x.audit_id AND r.contact_a = x.contact_id
INNER JOIN core_contact AS y ON r.audit_id = y.audit_id AND r.contact_b = y.contact_id
GROUP BY ALL
ORDER BY r.audit_id, low_no, high_no
