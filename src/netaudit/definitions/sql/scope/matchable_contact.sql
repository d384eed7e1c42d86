-- The contacts of a selection that may be put beside those of other participants: of participants who
-- consent to matching and share their labels with the viewer, so that nothing is told of a label that
-- the viewer may not see. What they are known by is as the latest wave has it; where they work is the
-- participant's own organisation where that is the same.
CREATE OR REPLACE MACRO matchable_contact(viewer, selection) AS TABLE
SELECT
    p.participant_id,
    c.contact_id,
    any_value(p.cohort) AS cohort,
    any_value(p.name) AS participant_name,
    any_value(n.contact_number) AS contact_number,
    arg_max(l.label, w.wave_no) AS label,
    arg_max(c.affiliation, w.wave_no) AS affiliation,
    arg_max(c.function, w.wave_no) AS function,
    arg_max(c.seniority, w.wave_no) AS seniority,
    arg_max(
        CASE
            WHEN c.organisation NOT IN ('unknown', 'not_applicable') THEN c.organisation
            WHEN c.affiliation IN ('same_team', 'same_org') THEN p.organisation
        END,
        w.wave_no
    ) AS organisation,
    arg_max(c.person_key, w.wave_no) AS person_key,
    arg_max(c.is_participant_id, w.wave_no) AS is_participant_id,
    list(c.wave ORDER BY w.wave_no) AS waves
FROM selected_participant(viewer, selection) AS p
INNER JOIN contacts AS c ON p.participant_id = c.participant_id
INNER JOIN wave_order AS w ON c.wave = w.wave
INNER JOIN contact_number AS n
    ON c.participant_id = n.participant_id AND c.contact_id = n.contact_id
LEFT JOIN visible_label(viewer) AS l
    ON c.participant_id = l.participant_id AND c.wave = l.wave AND c.contact_id = l.contact_id
WHERE
    p.consent_matching = 'yes'
    AND p.share_with_coordinator = 'yes'
    AND viewer['role'] = 'coordinator'
GROUP BY p.participant_id, c.contact_id;
