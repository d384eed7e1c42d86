/*---
grain = "one row per audit of a participant and mentoring relationship recorded with it"
selects = false
parameters = ["participant"]
---*/
-- relationship numbers a participant's relationships over all waves.
WITH recorded AS (
    SELECT
        a.wave,
        a.wave_no,
        a.completed_on,
        m.*,
        min(a.wave_no) OVER (PARTITION BY m.mentoring_id) AS first_wave_no
    FROM visible_audit($viewer) AS a
    INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
    WHERE a.participant_id = $participant
)

SELECT
    m.wave,
    m.wave_no,
    m.completed_on,
    dense_rank() OVER (ORDER BY m.first_wave_no, m.mentoring_id) AS relationship,
    n.contact_number,
    m.my_role,
    m.type,
    m.formality,
    m.mode,
    m.start_date,
    m.end_date,
    earliest_day(m.start_date) AS started,
    latest_day(m.end_date) AS ended,
    is_open_on(m.start_date, m.end_date, m.completed_on) AS is_open,
    m.helps_why,
    m.helps_how,
    m.helps_whom,
    m.via_programme
FROM recorded AS m
LEFT JOIN contact_number AS n
    ON m.participant_id = n.participant_id AND m.contact_id = n.contact_id
ORDER BY m.wave_no, relationship
