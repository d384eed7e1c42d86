/*---
grain = "one row per mentoring relationship that is open on the day the audit was completed"
needs = ["audit"]
---*/
-- receives: the participant is mentored in it; gives: the participant mentors. Both in a reciprocal
-- one, and NULL where the role was left blank. A type that is not known is NULL. is_outside: the other
-- person belongs to another social system, or is listed as somebody who works elsewhere; NULL where
-- neither is said. is_own_find: the programme did not arrange it; where that was left blank, how the
-- person was found decides.
SELECT
    a.audit_id,
    m.mentoring_id,
    m.contact_id,
    m.my_role,
    m.my_role IN ('mentee', 'both') AS receives,
    m.my_role IN ('mentor', 'both') AS gives,
    nullif(m.type, 'unknown') AS type,
    m.formality,
    m.mode,
    m.scope,
    m.via_programme,
    m.helps_why,
    m.helps_how,
    m.helps_whom,
    m.source,
    m.approach,
    m.exploratory_first,
    m.social_system,
    m.closeness,
    m.meetings_per_year,
    CASE
        WHEN
            m.social_system <> 'current_org'
            OR c.affiliation IN (
                'other_org_same_sector', 'other_org_other_sector', 'outside_work'
            )
            THEN TRUE
        WHEN m.social_system = 'current_org' OR c.affiliation IN ('same_team', 'same_org')
            THEN FALSE
    END AS is_outside,
    CASE m.via_programme
        WHEN 'yes' THEN FALSE
        WHEN 'no' THEN TRUE
        ELSE m.source <> 'programme_matched'
    END AS is_own_find
FROM audit AS a
INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
LEFT JOIN contacts AS c
    ON
        m.participant_id = c.participant_id
        AND m.wave = c.wave
        AND m.contact_id = c.contact_id
WHERE is_open_on(m.start_date, m.end_date, a.completed_on)
ORDER BY a.audit_id, m.mentoring_id
