/*---
grain = "one row per participant: what is known of their mentors and external contacts at the wave, and what they miss"
parameters = ["now"]
---*/
-- The selection comes without a wave. Somebody who withdrew counts only with an audit completed at
-- the wave, or with answers about mentoring. Evaluators work with codes. earlier is the wave before,
-- the nearest at which the participant answered about mentoring.
WITH answered AS (
    SELECT
        a.participant_id,
        a.wave,
        a.wave_no,
        m.mentors,
        m.has_sponsor,
        m.has_outside
    FROM visible_audit($viewer) AS a
    INNER JOIN mentoring_portfolio AS m ON a.audit_id = m.audit_id
    INNER JOIN wave_order AS w ON w.wave = $now AND a.wave_no < w.wave_no
    WHERE m.is_known
    QUALIFY row_number() OVER (PARTITION BY a.participant_id ORDER BY a.wave_no DESC) = 1
),

recorded AS (
    SELECT
        a.audit_id,
        count(*) AS relationships
    FROM visible_audit($viewer) AS a
    INNER JOIN mentoring AS m ON a.participant_id = m.participant_id AND a.wave = m.wave
    GROUP BY a.audit_id
),

mentor_type AS (
    SELECT
        audit_id,
        list_sort(list(DISTINCT type)) AS types
    FROM mentoring_open
    WHERE receives
    GROUP BY audit_id
)

SELECT
    p.participant_id,
    CASE WHEN $viewer['role'] <> 'evaluator' THEN p.name END AS name,
    p.organisation,
    p.scheme_role,
    coalesce(p.consent_introductions = 'yes', FALSE) AS open_to_introductions,
    coalesce(m.is_known, FALSE) AS is_known,
    q.wave IS NOT NULL AS was_asked,
    a.audit_id IS NOT NULL AS is_opened,
    coalesce(r.relationships, 0) AS recorded,
    m.relationships,
    m.mentors,
    m.mentees,
    t.types,
    m.has_sponsor,
    m.has_outside,
    c.internal,
    c.external,
    c.contacts,
    e.wave AS earlier,
    e.mentors > 0 AS earlier_mentor,
    e.has_sponsor AS earlier_sponsor,
    e.has_outside AS earlier_outside,
    coalesce(m.mentors = 0, FALSE) AS no_mentor,
    coalesce(NOT m.has_sponsor, FALSE) AS no_sponsor,
    coalesce(NOT m.has_outside, FALSE) AS no_outside,
    coalesce(c.internal > 0 AND c.external = 0, FALSE) AS no_external,
    NOT coalesce(m.is_known, FALSE) AS not_answered,
    list_filter(
        [
            CASE WHEN m.mentors IS NOT NULL THEN 'no_mentor' END,
            CASE WHEN m.has_sponsor IS NOT NULL THEN 'no_sponsor' END,
            CASE WHEN m.has_outside IS NOT NULL THEN 'no_outside' END,
            CASE WHEN c.internal + c.external > 0 THEN 'no_external' END,
            'not_answered'
        ],
        lambda reason: reason IS NOT NULL
    ) AS known_for
FROM selected_participant($viewer, $selection) AS p
LEFT JOIN visible_audit($viewer) AS a ON p.participant_id = a.participant_id AND a.wave = $now
LEFT JOIN mentoring_asked AS q ON p.cohort = q.cohort AND q.wave = $now
LEFT JOIN mentoring_portfolio AS m ON a.audit_id = m.audit_id
LEFT JOIN contact_summary AS c ON a.audit_id = c.audit_id
LEFT JOIN recorded AS r ON a.audit_id = r.audit_id
LEFT JOIN mentor_type AS t ON a.audit_id = t.audit_id
LEFT JOIN answered AS e ON p.participant_id = e.participant_id
WHERE p.status IS DISTINCT FROM 'withdrawn' OR a.is_completed OR m.is_known
ORDER BY p.cohort, natural_order(p.participant_id), p.participant_id
