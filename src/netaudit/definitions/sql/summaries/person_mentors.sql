/*---
grain = "one row per audit of a participant and mentoring relationship recorded with it"
selects = false
parameters = ["participant"]
---*/
-- A start counts from its first day, an end until its last. is_open as the mentoring measures take
-- it: an audit without a date counts those without an end.
WITH dated AS (
    SELECT
        a.wave,
        a.wave_no,
        a.completed_on,
        m.*,
        CAST(rpad(m.start_date, 10, '-01-01') AS DATE) AS started,
        CASE length(m.end_date)
            WHEN 4 THEN CAST(m.end_date || '-12-31' AS DATE)
            WHEN 7 THEN last_day(CAST(m.end_date || '-01' AS DATE))
            ELSE CAST(m.end_date AS DATE)
        END AS ended
    FROM visible_audit($viewer) AS a
    INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
    WHERE a.participant_id = $participant
)

SELECT
    d.wave,
    d.wave_no,
    d.completed_on,
    dense_rank() OVER (ORDER BY d.mentoring_id) AS relationship,
    n.contact_number,
    d.my_role,
    d.type,
    d.formality,
    d.mode,
    d.scope,
    d.start_date,
    d.end_date,
    d.started,
    d.ended,
    CASE
        WHEN d.completed_on IS NULL THEN d.ended IS NULL
        ELSE
            coalesce(d.started <= d.completed_on, TRUE)
            AND coalesce(d.ended > d.completed_on, TRUE)
    END AS is_open,
    d.helps_why,
    d.helps_how,
    d.helps_whom,
    d.via_programme
FROM dated AS d
LEFT JOIN contact_number AS n
    ON d.participant_id = n.participant_id AND d.contact_id = n.contact_id
ORDER BY d.wave_no, relationship
