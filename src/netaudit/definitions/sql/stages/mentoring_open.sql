/*---
grain = "one row per mentoring relationship that is open on the day the audit was completed"
needs = ["audit"]
---*/
-- receives: the participant is mentored in it; gives: the participant mentors. Both in a reciprocal
-- one, and NULL where the role was left blank. A type that is not known is NULL.
SELECT
    a.audit_id,
    m.mentoring_id,
    m.contact_id,
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
    m.meetings_per_year
FROM audit AS a
INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
WHERE is_open_on(m.start_date, m.end_date, a.completed_on)
ORDER BY a.audit_id, m.mentoring_id
