/*---
grain = "one row per completed audit of a participant and weak tie of the second list"
selects = false
parameters = ["participant"]
---*/
-- is_bridging: known to none of the core contacts; NULL where that was not asked, or not answered
-- for every one of them. As with core contacts, a pair without a row is a "no" only where
-- the section on ties was completed that way.
WITH weak AS (
    SELECT
        a.audit_id,
        a.participant_id,
        a.wave,
        a.wave_no,
        a.ties_status,
        c.contact_id,
        n.contact_number,
        coalesce(c.affiliation, 'unknown') AS affiliation,
        coalesce(c.function, 'unknown') AS function,
        coalesce(c.sector, 'unknown') AS sector,
        c.last_contact_days,
        c.activation,
        string_split(c.resources, '|') AS resources
    FROM visible_audit($viewer) AS a
    INNER JOIN contacts AS c ON a.participant_id = c.participant_id AND a.wave = c.wave
    INNER JOIN contact_number AS n
        ON c.participant_id = n.participant_id AND c.contact_id = n.contact_id
    WHERE a.participant_id = $participant AND a.is_completed AND c.list_kind = 'weak_tie'
),

said AS (
    SELECT
        w.audit_id,
        w.contact_id,
        k.contact_id AS core_id,
        bool_or(coalesce(t.tie, 'acquainted') IN ('acquainted', 'work_closely')) AS is_tied,
        bool_or(coalesce(t.tie, 'acquainted') <> 'unknown') AS is_known
    FROM weak AS w
    INNER JOIN core_contact AS k ON w.audit_id = k.audit_id
    INNER JOIN ties AS t
        ON
            w.participant_id = t.participant_id
            AND w.wave = t.wave
            AND (
                (w.contact_id = t.contact_a AND k.contact_id = t.contact_b)
                OR (w.contact_id = t.contact_b AND k.contact_id = t.contact_a)
            )
    GROUP BY w.audit_id, w.contact_id, k.contact_id
),

counted AS (
    SELECT
        audit_id,
        contact_id,
        count(*) FILTER (WHERE is_tied) AS core_tied,
        count(*) FILTER (WHERE is_known AND NOT is_tied) AS core_untied,
        count(*) FILTER (WHERE NOT is_known) AS core_unsure
    FROM said
    GROUP BY audit_id, contact_id
)

SELECT
    w.wave,
    w.wave_no,
    w.contact_number,
    w.affiliation,
    w.function,
    w.sector,
    w.last_contact_days,
    w.activation,
    w.resources,
    CASE
        WHEN s.core_tied > 0 THEN FALSE
        WHEN m.n = 0 OR w.ties_status = 'not_asked' THEN NULL
        WHEN w.ties_status = 'positive_only_complete' AND coalesce(s.core_unsure, 0) = 0 THEN TRUE
        WHEN s.core_untied = m.n THEN TRUE
    END AS is_bridging
FROM weak AS w
INNER JOIN network AS m ON w.audit_id = m.audit_id
LEFT JOIN counted AS s ON w.audit_id = s.audit_id AND w.contact_id = s.contact_id
ORDER BY w.wave_no, w.contact_number
