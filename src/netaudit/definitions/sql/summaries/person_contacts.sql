/*---
grain = "one row per audit of a participant and contact listed, core contacts and weak ties"
selects = false
parameters = ["participant"]
---*/
-- Who a contact is stays with the participant: no code, no organisation, no rating is read here,
-- and the label only where the participant is looking or shares it with the coordinator.
SELECT
    a.wave,
    a.wave_no,
    n.contact_number,
    l.label,
    coalesce(c.list_kind, 'core') AS list_kind,
    k.is_internal,
    coalesce(c.affiliation, 'unknown') AS affiliation,
    coalesce(c.function, 'unknown') AS function,
    coalesce(c.seniority, 'unknown') AS seniority,
    coalesce(c.distance, 'unknown') AS distance,
    c.closeness,
    c.frequency,
    c.years_known,
    c.first_known,
    c.last_contact_days,
    c.support_direction,
    string_split(c.purposes, '|') AS purposes
FROM visible_audit($viewer) AS a
INNER JOIN contacts AS c ON a.participant_id = c.participant_id AND a.wave = c.wave
INNER JOIN contact_number AS n
    ON c.participant_id = n.participant_id AND c.contact_id = n.contact_id
LEFT JOIN visible_label($viewer) AS l
    ON c.participant_id = l.participant_id AND c.wave = l.wave AND c.contact_id = l.contact_id
LEFT JOIN core_contact AS k ON a.audit_id = k.audit_id AND c.contact_id = k.contact_id
WHERE a.participant_id = $participant AND a.is_completed
ORDER BY a.wave_no, list_kind, n.contact_number
