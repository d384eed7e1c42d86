/*---
grain = "one row per audit of a participant that answers on mentoring, and relationship told of by then: how it stands against the audit before"
selects = false
parameters = ["participant"]
---*/
-- turn: new (open, and not open at the audit before), continued (open at both), ended (open before
-- and told of as ended), unmentioned (open before and told of no more), over (told of, and open at
-- neither). before is the audit that answered on mentoring last before this one.
WITH answering AS (
    SELECT
        a.audit_id,
        a.participant_id,
        a.wave,
        a.wave_no,
        lag(a.audit_id) OVER (ORDER BY a.wave_no) AS before_id,
        lag(a.wave) OVER (ORDER BY a.wave_no) AS before
    FROM visible_audit($viewer) AS a
    INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
    WHERE a.participant_id = $participant AND p.is_known
),

standing AS (
    SELECT
        a.wave,
        a.wave_no,
        a.before,
        t.relationship,
        t.is_told_here,
        coalesce(t.is_open_here, FALSE) AS is_open,
        coalesce(b.is_open_here, FALSE) AS was_open,
        m.end_reason
    FROM answering AS a
    INNER JOIN mentoring_told AS t ON a.audit_id = t.audit_id
    LEFT JOIN mentoring_told AS b
        ON a.before_id = b.audit_id AND t.mentoring_id = b.mentoring_id
    LEFT JOIN mentoring AS m
        ON
            a.participant_id = m.participant_id
            AND a.wave = m.wave
            AND t.mentoring_id = m.mentoring_id
),

turned AS (
    SELECT
        *,
        CASE
            WHEN is_open AND was_open THEN 'continued'
            WHEN is_open THEN 'new'
            WHEN was_open AND is_told_here THEN 'ended'
            WHEN was_open THEN 'unmentioned'
            WHEN is_told_here THEN 'over'
        END AS turn
    FROM standing
)

SELECT
    wave,
    wave_no,
    before,
    relationship,
    turn,
    CASE WHEN $viewer['role'] = 'participant' THEN end_reason END AS end_reason
FROM turned
WHERE turn IS NOT NULL
ORDER BY wave_no, relationship
