/*---
grain = "one row per completed audit of a participant and purpose: contacts turned to for it"
selects = false
parameters = ["participant"]
---*/
-- unplaced contacts serve the purpose, but it is not known where they work.
SELECT
    a.wave,
    a.wave_no,
    p.purpose,
    p.answered,
    p.contacts,
    p.internal,
    p.placed - p.internal AS external,
    p.contacts - p.placed AS unplaced
FROM visible_audit($viewer) AS a
INNER JOIN purpose_count AS p ON a.audit_id = p.audit_id
WHERE a.participant_id = $participant AND a.is_completed
ORDER BY a.wave_no, p.purpose
