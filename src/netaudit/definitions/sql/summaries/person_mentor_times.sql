/*---
grain = "one row per audit of a participant and mentoring relationship told of by then: from when until when"
selects = false
parameters = ["participant"]
---*/
-- started and ended are the days drawn: an open relationship runs to the day of the audit. Without
-- either there is nothing to draw.
WITH latest AS (
    SELECT
        a.wave,
        a.wave_no,
        t.*,
        coalesce(t.to_day, t.observed_to) AS drawn_to
    FROM visible_audit($viewer) AS a
    INNER JOIN mentoring_told AS t ON a.audit_id = t.audit_id
    WHERE a.participant_id = $participant
)

SELECT
    wave,
    wave_no,
    relationship,
    is_told_here,
    is_open_here,
    has_ended,
    start_date IS NOT NULL AS is_start_known,
    start_date,
    end_date,
    observed_to,
    CASE WHEN from_day <= drawn_to THEN from_day END AS started,
    CASE WHEN from_day <= drawn_to THEN drawn_to END AS ended
FROM latest
ORDER BY wave_no, relationship
