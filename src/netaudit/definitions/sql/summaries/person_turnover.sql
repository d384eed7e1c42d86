/*---
grain = "one row per two completed audits of a participant, a later and an earlier, and core contact of either"
selects = false
parameters = ["participant"]
---*/
-- affiliation and seniority are those of the later audit for whoever is in it; is_previous marks
-- the nearest earlier audit.
WITH completed AS (
    SELECT *
    FROM visible_audit($viewer)
    WHERE participant_id = $participant AND is_completed
),

compared AS (
    SELECT
        w.participant_id,
        w.audit_id,
        w.wave,
        w.wave_no,
        b.audit_id AS earlier_id,
        b.wave AS earlier_wave,
        b.wave_no AS earlier_wave_no,
        b.wave_no = max(b.wave_no) OVER (PARTITION BY w.audit_id) AS is_previous
    FROM completed AS w
    INNER JOIN completed AS b ON w.wave_no > b.wave_no
),

listed_now AS (
    SELECT
        p.audit_id,
        p.earlier_id,
        c.contact_id,
        c.affiliation,
        c.seniority
    FROM compared AS p
    INNER JOIN core_contact AS c ON p.audit_id = c.audit_id
),

listed_before AS (
    SELECT
        p.audit_id,
        p.earlier_id,
        c.contact_id,
        c.affiliation,
        c.seniority
    FROM compared AS p
    INNER JOIN core_contact AS c ON p.earlier_id = c.audit_id
),

met AS (
    SELECT
        coalesce(w.audit_id, b.audit_id) AS audit_id,
        coalesce(w.earlier_id, b.earlier_id) AS earlier_id,
        coalesce(w.contact_id, b.contact_id) AS contact_id,
        CASE
            WHEN b.contact_id IS NULL THEN 'new'
            WHEN w.contact_id IS NULL THEN 'left'
            ELSE 'kept'
        END AS turn,
        coalesce(w.affiliation, b.affiliation, 'unknown') AS affiliation,
        coalesce(w.seniority, b.seniority, 'unknown') AS seniority
    FROM listed_now AS w
    FULL OUTER JOIN listed_before AS b
        ON
            w.audit_id = b.audit_id
            AND w.earlier_id = b.earlier_id
            AND w.contact_id = b.contact_id
)

SELECT
    p.wave,
    p.wave_no,
    p.earlier_wave,
    p.earlier_wave_no,
    p.is_previous,
    n.contact_number,
    m.turn,
    m.affiliation,
    m.seniority
FROM met AS m
INNER JOIN compared AS p ON m.audit_id = p.audit_id AND m.earlier_id = p.earlier_id
INNER JOIN contact_number AS n
    ON p.participant_id = n.participant_id AND m.contact_id = n.contact_id
ORDER BY p.wave_no, p.earlier_wave_no, n.contact_number
