/*---
grain = "one row per core contact of an audit"
needs = ["audit"]
---*/
-- contact_no counts a participant's contacts from 0, so that a set of contacts fits the bits of
-- one integer; the cap on a list is 50.
SELECT
    a.audit_id,
    CAST(
        row_number() OVER (PARTITION BY a.audit_id ORDER BY c.contact_id) - 1 AS UTINYINT
    ) AS contact_no,
    c.contact_id,
    c.affiliation,
    CASE
        WHEN c.affiliation IS NULL OR c.affiliation = 'unknown' THEN NULL
        WHEN s.internal_boundary = 'team' THEN c.affiliation = 'same_team'
        WHEN s.internal_boundary = 'sector'
            THEN c.affiliation IN ('same_team', 'same_org', 'other_org_same_sector')
        ELSE c.affiliation IN ('same_team', 'same_org')
    END AS is_internal,
    c.function,
    c.sector,
    c.seniority,
    c.distance,
    c.gender_rel,
    c.ethnicity_rel,
    c.age_rel,
    c.closeness,
    c.years_known,
    c.first_known,
    c.last_contact_days,
    c.support_direction,
    c.future_relevance,
    c.sees_different,
    c.purposes
FROM audit AS a
INNER JOIN contacts AS c ON a.participant_id = c.participant_id AND a.wave = c.wave
CROSS JOIN setting AS s
WHERE a.is_completed AND coalesce(c.list_kind, 'core') = 'core'
ORDER BY a.audit_id, contact_no
