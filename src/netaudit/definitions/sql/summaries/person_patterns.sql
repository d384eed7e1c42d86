/*---
grain = "one row per audit of a participant and pattern"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    a.wave_no,
    s.pattern,
    s.computed,
    s.own,
    s.display,
    s.basis,
    s.gap,
    s.gap_pairs,
    s.is_borderline,
    s.evidence
FROM visible_audit($viewer) AS a
INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
WHERE a.participant_id = $participant
ORDER BY a.wave_no, s.pattern
