/*---
grain = "one row per audit of a participant and mentoring relationship recorded with it"
selects = false
parameters = ["participant"]
---*/
-- relationship numbers a participant's relationships over all waves. What was found where, how it
-- went and how close it is stays with the participant, as does the label of the contact.
SELECT
    a.wave,
    a.wave_no,
    a.completed_on,
    s.relationship,
    n.contact_number,
    m.my_role,
    m.type,
    m.formality,
    m.mode,
    m.start_date,
    m.end_date,
    coalesce(is_open_on(m.start_date, m.end_date, a.completed_on), FALSE) AS is_open,
    m.helps_why,
    m.helps_how,
    m.helps_whom,
    m.via_programme,
    CASE WHEN $viewer['role'] = 'participant' THEN l.label END AS label,
    CASE WHEN $viewer['role'] = 'participant' THEN m.scope END AS scope,
    CASE WHEN $viewer['role'] = 'participant' THEN m.end_reason END AS end_reason,
    CASE WHEN $viewer['role'] = 'participant' THEN m.source END AS source,
    CASE WHEN $viewer['role'] = 'participant' THEN m.approach END AS approach,
    CASE WHEN $viewer['role'] = 'participant' THEN m.exploratory_first END AS exploratory_first,
    CASE WHEN $viewer['role'] = 'participant' THEN m.social_system END AS social_system,
    CASE WHEN $viewer['role'] = 'participant' THEN m.closeness END AS closeness,
    CASE WHEN $viewer['role'] = 'participant' THEN m.meetings_per_year END AS meetings_per_year
FROM visible_audit($viewer) AS a
INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
INNER JOIN mentoring_number AS s
    ON m.participant_id = s.participant_id AND m.mentoring_id = s.mentoring_id
LEFT JOIN contact_number AS n
    ON m.participant_id = n.participant_id AND m.contact_id = n.contact_id
LEFT JOIN visible_label($viewer) AS l
    ON m.participant_id = l.participant_id AND m.wave = l.wave AND m.contact_id = l.contact_id
WHERE a.participant_id = $participant
ORDER BY a.wave_no, s.relationship
