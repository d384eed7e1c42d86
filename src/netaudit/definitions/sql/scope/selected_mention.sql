-- The core contacts named in a selection's completed audits, of participants who consent to matching.
-- person is the same for contacts known to be one person, and each other contact's own; somebody
-- counts once for whoever names them. is_shown: the viewer may be told who named them. Of whoever
-- keeps their labels to themselves a coordinator is not, since another's label would give theirs away.
CREATE OR REPLACE MACRO selected_mention(viewer, selection) AS TABLE
WITH listed AS (
    SELECT
        a.audit_id,
        a.participant_id,
        a.cohort,
        a.wave,
        k.contact_id,
        coalesce('p' || s.person, 'c' || a.audit_id || '-' || k.contact_no) AS person,
        viewer['role'] = 'evaluator'
        OR (
            viewer['role'] = 'coordinator' AND coalesce(p.share_with_coordinator = 'yes', FALSE)
        ) AS is_shown
    FROM selected_audit(viewer, selection) AS a
    INNER JOIN participants AS p ON a.participant_id = p.participant_id
    INNER JOIN core_contact AS k ON a.audit_id = k.audit_id
    LEFT JOIN same_person AS s
        ON a.participant_id = s.participant_id AND k.contact_id = s.contact_id
    WHERE p.consent_matching = 'yes'
)

SELECT
    audit_id,
    participant_id,
    cohort,
    wave,
    person,
    is_shown,
    min(contact_id) AS contact_id
FROM listed
GROUP BY audit_id, participant_id, cohort, wave, person, is_shown;
