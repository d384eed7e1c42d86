/*---
grain = "one row per pair of core contacts with an answer, the lower contact_no first"
needs = ["audit", "core_contact"]
---*/
-- Repeated rows, reversed rows and ties from a contact to itself count once or not at all, whatever
-- an export holds. Ties that name somebody off the core list do not count.
SELECT
    a.audit_id,
    least(x.contact_no, y.contact_no) AS low_no,
    greatest(x.contact_no, y.contact_no) AS high_no,
    bool_or(coalesce(t.tie, 'acquainted') IN ('acquainted', 'work_closely')) AS is_tied,
    bool_or(coalesce(t.tie, 'acquainted') <> 'unknown') AS is_known
FROM audit AS a
INNER JOIN ties AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN core_contact AS x ON a.audit_id = x.audit_id AND t.contact_a = x.contact_id
INNER JOIN core_contact AS y ON a.audit_id = y.audit_id AND t.contact_b = y.contact_id
WHERE x.contact_no <> y.contact_no
GROUP BY ALL
ORDER BY a.audit_id, low_no, high_no
