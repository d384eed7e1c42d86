/*---
grain = "one row per audit and pattern of the selection"
---*/
SELECT
    a.cohort,
    a.participant_id,
    a.wave,
    s.pattern,
    s.computed,
    s.own,
    s.display,
    s.basis,
    s.gap,
    s.gap_pairs,
    s.evidence
FROM selected_audit($viewer, $selection) AS a
INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
ORDER BY a.cohort, a.participant_id, a.wave_no, s.pattern
