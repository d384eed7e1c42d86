/*---
grain = "one row per audit of a participant, gap and contact who could be asked about it; for the participant alone"
selects = false
parameters = ["participant", "most"]
---*/
-- Core contacts and weak ties who do not mentor the participant as yet, and for only_receiving those
-- whom the participant does not mentor. At most $most for each gap: first those who know somebody
-- who mentors the participant, then the closest.
WITH listed AS (
    SELECT
        a.audit_id,
        a.wave,
        a.wave_no,
        n.contact_number,
        c.contact_id,
        l.label,
        coalesce(c.list_kind, 'core') AS list_kind,
        coalesce(c.affiliation, 'unknown') AS affiliation,
        coalesce(c.seniority, 'unknown') AS seniority,
        c.closeness,
        c.first_known IN ('previous_role', 'education') AS is_from_before,
        c.support_direction = 'i_give' AS is_supported,
        list_contains(string_split(c.purposes, '|'), 'personal') AS is_personal,
        c.affiliation IN ('other_org_same_sector', 'other_org_other_sector', 'outside_work')
        AND list_contains(string_split(c.purposes, '|'), 'strategic') AS is_strategic_outside
    FROM visible_audit($viewer) AS a
    INNER JOIN contacts AS c ON a.participant_id = c.participant_id AND a.wave = c.wave
    INNER JOIN contact_number AS n
        ON c.participant_id = n.participant_id AND c.contact_id = n.contact_id
    LEFT JOIN visible_label($viewer) AS l
        ON c.participant_id = l.participant_id AND c.wave = l.wave AND c.contact_id = l.contact_id
    WHERE a.participant_id = $participant AND $viewer['role'] = 'participant'
),

acquaintance AS (
    SELECT
        a.audit_id,
        unnest([t.contact_a, t.contact_b]) AS contact_id,
        unnest([t.contact_b, t.contact_a]) AS other_id
    FROM visible_audit($viewer) AS a
    INNER JOIN ties AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
    WHERE coalesce(t.tie, 'acquainted') IN ('acquainted', 'work_closely')
),

acquainted AS (
    SELECT
        k.audit_id,
        k.contact_id,
        list_sort(list(DISTINCT l.contact_number)) AS knows_mentors
    FROM acquaintance AS k
    INNER JOIN listed AS l ON k.audit_id = l.audit_id AND k.other_id = l.contact_id
    INNER JOIN mentoring_open AS o
        ON k.audit_id = o.audit_id AND k.other_id = o.contact_id AND o.receives
    GROUP BY k.audit_id, k.contact_id
),

weighed AS (
    SELECT
        *,
        unnest([
            { 'gap': 'why', 'reason': 'personal', 'fits': is_personal },
            { 'gap': 'how', 'reason': 'other_department', 'fits': affiliation = 'same_org' },
            { 'gap': 'whom', 'reason': 'strategic_outside', 'fits': is_strategic_outside },
            { 'gap': 'no_sponsor', 'reason': 'senior', 'fits': seniority = 'more_senior' },
            { 'gap': 'only_internal', 'reason': 'strategic_outside', 'fits': is_strategic_outside },
            { 'gap': 'only_programme', 'reason': 'from_before', 'fits': is_from_before },
            { 'gap': 'only_formal', 'reason': 'from_before', 'fits': is_from_before },
            { 'gap': 'no_mentor', 'reason': 'from_before', 'fits': is_from_before },
            {
                'gap': 'only_receiving',
                'reason': CASE WHEN seniority = 'more_junior' THEN 'junior' ELSE 'supported' END,
                'fits': seniority = 'more_junior' OR coalesce(is_supported, FALSE)
            }
        ]) AS idea
    FROM listed
),

fitting AS (
    SELECT *
    FROM weighed AS w
    WHERE
        w.idea['fits']
        AND NOT EXISTS (
            SELECT 1
            FROM mentoring_open AS o
            WHERE
                w.audit_id = o.audit_id
                AND w.contact_id = o.contact_id
                AND CASE WHEN w.idea['gap'] = 'only_receiving' THEN o.gives ELSE o.receives END
        )
)

SELECT
    f.wave,
    f.wave_no,
    f.idea['gap'] AS gap,
    f.idea['reason'] AS reason,
    f.contact_number,
    f.label,
    f.list_kind,
    f.affiliation,
    f.seniority,
    f.closeness,
    coalesce(k.knows_mentors, []) AS knows_mentors,
    CAST(
        row_number() OVER (
            PARTITION BY f.audit_id, f.idea['gap']
            ORDER BY
                k.knows_mentors IS NULL ASC, f.closeness DESC NULLS LAST, f.contact_number ASC
        ) AS INTEGER
    ) AS place
FROM fitting AS f
LEFT JOIN acquainted AS k ON f.audit_id = k.audit_id AND f.contact_id = k.contact_id
QUALIFY place <= $most
ORDER BY f.wave_no, gap, place
