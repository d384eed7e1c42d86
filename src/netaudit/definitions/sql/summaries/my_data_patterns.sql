/*---
grain = "one row per audit of a participant and pattern, for nobody but them"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    s.pattern,
    s.computed,
    s.own,
    s.display,
    s.basis,
    s.gap,
    s.gap_pairs,
    s.evidence
FROM visible_audit($viewer) AS a
INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
WHERE a.participant_id = $participant AND $viewer['role'] = 'participant'
ORDER BY a.wave_no, s.pattern
