/*---
grain = "one row per audit: the participant's open mentoring relationships taken together"
needs = ["audit", "mentoring_asked", "mentoring_open"]
---*/
-- Every figure is NULL where is_known is not true: mentoring was not asked of the cohort at that
-- wave, or the audit was not done and holds no relationship. A yes-or-no figure is also NULL where
-- no relationship surely has the property and one may.
WITH answering AS (
    SELECT a.audit_id
    FROM audit AS a
    INNER JOIN mentoring_asked AS q ON a.cohort = q.cohort AND a.wave = q.wave
    WHERE
        a.is_completed
        OR EXISTS (
            SELECT 1
            FROM mentoring AS m
            WHERE a.participant_id = m.participant_id AND a.wave = m.wave
        )
),

portfolio AS (
    SELECT
        a.audit_id,
        count(m.mentoring_id) AS relationships,
        count(*) FILTER (WHERE m.receives) AS mentors,
        count(*) FILTER (WHERE m.gives) AS mentees,
        count(DISTINCT m.type) AS types,
        count(*) FILTER (WHERE m.formality = 'formal') AS formal,
        count(*) FILTER (WHERE m.formality = 'informal') AS informal,
        count(*) FILTER (
            WHERE m.receives AND coalesce(m.helps_why, m.helps_how, m.helps_whom) IS NOT NULL
        ) AS mentors_with_knowing,
        any_true(m.receives, m.mentoring_id) AS has_mentor,
        any_true(m.gives, m.mentoring_id) AS has_mentee,
        any_true(m.receives AND m.type = 'sponsorship', m.mentoring_id) AS has_sponsor,
        any_true(m.receives AND m.helps_why = 'yes', m.mentoring_id) AS helps_why,
        any_true(m.receives AND m.helps_how = 'yes', m.mentoring_id) AS helps_how,
        any_true(m.receives AND m.helps_whom = 'yes', m.mentoring_id) AS helps_whom,
        any_true(m.receives AND m.is_outside, m.mentoring_id) AS has_outside,
        any_true(m.receives AND m.is_own_find, m.mentoring_id) AS has_own_find,
        any_true(m.via_programme = 'yes', m.mentoring_id) AS via_programme,
        any_true(m.receives AND m.exploratory_first = 'yes', m.mentoring_id) AS exploratory_first
    FROM answering AS a
    LEFT JOIN mentoring_open AS m ON a.audit_id = m.audit_id
    GROUP BY a.audit_id
)

SELECT
    a.audit_id,
    p.audit_id IS NOT NULL AS is_known,
    p.relationships,
    p.mentors,
    p.mentees,
    p.types,
    p.formal,
    p.informal,
    p.mentors_with_knowing,
    p.has_mentor,
    p.has_mentee,
    p.has_mentor AND p.has_mentee AS gives_and_receives,
    p.has_sponsor,
    p.helps_why,
    p.helps_how,
    p.helps_whom,
    p.helps_why AND p.helps_how AND p.helps_whom AS helps_all,
    p.has_outside,
    p.has_own_find,
    p.via_programme,
    p.exploratory_first
FROM audit AS a
LEFT JOIN portfolio AS p ON a.audit_id = p.audit_id
ORDER BY a.audit_id
