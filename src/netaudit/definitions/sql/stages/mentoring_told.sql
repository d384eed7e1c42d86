/*---
grain = "one row per audit that answers on mentoring, and relationship told of at it or before"
needs = ["audit", "mentoring_number", "mentoring_portfolio"]
---*/
-- As last told. from_day and to_day are the days between which it surely ran as far as the dates
-- say: a start that is blank is the first audit at which it was open; one that is told of no more
-- ran until the audit that last told of it. to_day is NULL while it runs.
WITH record AS (
    SELECT
        a.audit_id AS told_at,
        a.participant_id,
        a.wave_no,
        a.completed_on AS told_on,
        m.mentoring_id,
        m.start_date,
        m.end_date,
        is_open_on(m.start_date, m.end_date, a.completed_on) AS is_open
    FROM audit AS a
    INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
),

latest AS (
    SELECT
        a.audit_id,
        a.completed_on AS observed_to,
        r.*,
        min(r.told_on) FILTER (WHERE r.is_open) OVER (
            PARTITION BY a.audit_id, r.mentoring_id
        ) AS first_open_on
    FROM audit AS a
    INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
    INNER JOIN record AS r ON a.participant_id = r.participant_id AND a.wave_no >= r.wave_no
    WHERE p.is_known
    QUALIFY
        row_number() OVER (PARTITION BY a.audit_id, r.mentoring_id ORDER BY r.wave_no DESC) = 1
),

dated AS (
    SELECT
        *,
        told_at = audit_id AS is_told_here,
        coalesce(earliest_day(start_date), first_open_on) AS from_day
    FROM latest
)

SELECT
    d.audit_id,
    d.mentoring_id,
    n.relationship,
    d.is_told_here,
    d.is_told_here AND d.is_open AS is_open_here,
    coalesce(latest_day(d.end_date) <= d.observed_to, FALSE) AS has_ended,
    d.start_date,
    d.end_date,
    d.observed_to,
    d.from_day,
    CASE
        WHEN latest_day(d.end_date) <= d.observed_to THEN latest_day(d.end_date)
        WHEN NOT d.is_told_here THEN least(coalesce(d.told_on, d.from_day), d.observed_to)
    END AS to_day
FROM dated AS d
INNER JOIN mentoring_number AS n
    ON d.participant_id = n.participant_id AND d.mentoring_id = n.mentoring_id
ORDER BY d.audit_id, n.relationship
