/*---
grain = "one row per audit of a participant: the counts its figures rest on"
selects = false
parameters = ["participant"]
---*/
WITH weak_list AS (
    SELECT
        participant_id,
        wave,
        count(*) AS weak_ties
    FROM contacts
    WHERE list_kind = 'weak_tie'
    GROUP BY participant_id, wave
),

reflected AS (
    SELECT
        participant_id,
        wave,
        count(*) FILTER (WHERE item = 'strength') AS strengths,
        count(*) FILTER (WHERE item = 'weakness') AS weaknesses,
        count(*) FILTER (WHERE item IN ('question', 'preparation')) AS questions
    FROM reflections
    WHERE text IS NOT NULL
    GROUP BY participant_id, wave
),

part AS (
    SELECT
        audit_id,
        any_value(value) FILTER (WHERE measure = 'components') AS components,
        any_value(value) FILTER (WHERE measure = 'isolates') AS isolates
    FROM measure_value
    GROUP BY audit_id
)

SELECT
    a.wave,
    a.wave_no,
    a.completed_on,
    a.completed_with,
    a.could_name_more,
    a.contacts_status,
    a.ties_status,
    a.is_completed,
    n.n AS size,
    n.n >= g.contact_cap AS is_full,
    g.internal_boundary,
    n.pairs,
    n.ties,
    n.ties + n.unknown_pairs AS most_ties,
    n.unknown_pairs,
    n.pairs_known,
    s.internal,
    s.external,
    s.internal + s.external AS placed,
    s.closeness_known,
    s.weak,
    s.dated,
    s.new,
    b.open_pairs,
    b.bridged,
    b.cross_boundary_open_pairs,
    CAST(x.components AS INTEGER) AS components,
    CAST(x.isolates AS INTEGER) AS isolates,
    coalesce(m.is_known, FALSE) AS mentoring_known,
    m.mentors,
    m.mentees,
    m.helps_why,
    m.helps_how,
    m.helps_whom,
    coalesce(w.weak_ties, 0) AS weak_ties,
    coalesce(r.strengths, 0) AS strengths,
    coalesce(r.weaknesses, 0) AS weaknesses,
    coalesce(r.questions, 0) AS questions
FROM visible_audit($viewer) AS a
INNER JOIN network AS n ON a.audit_id = n.audit_id
INNER JOIN contact_summary AS s ON a.audit_id = s.audit_id
LEFT JOIN bridging AS b ON a.audit_id = b.audit_id
LEFT JOIN mentoring_portfolio AS m ON a.audit_id = m.audit_id
LEFT JOIN part AS x ON a.audit_id = x.audit_id
LEFT JOIN weak_list AS w ON a.participant_id = w.participant_id AND a.wave = w.wave
LEFT JOIN reflected AS r ON a.participant_id = r.participant_id AND a.wave = r.wave
CROSS JOIN setting AS g
WHERE a.participant_id = $participant
ORDER BY a.wave_no
