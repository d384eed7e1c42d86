/*---
grain = "one row per audit of a participant with an earlier completed one, and core contact of either"
selects = false
parameters = ["participant"]
---*/
-- A kept contact is described as it is now, one who left as it was.
WITH compared AS (
    SELECT
        a.participant_id,
        a.wave,
        a.wave_no,
        b.wave AS previous_wave,
        o.audit_id,
        o.previous_id
    FROM visible_audit($viewer) AS a
    INNER JOIN carried_over AS o ON a.audit_id = o.audit_id
    INNER JOIN audit AS b ON o.previous_id = b.audit_id
    WHERE a.participant_id = $participant AND o.previous_id IS NOT NULL
),

listed_now AS (
    SELECT
        p.*,
        c.contact_id,
        c.affiliation,
        c.seniority
    FROM compared AS p
    INNER JOIN core_contact AS c ON p.audit_id = c.audit_id
),

listed_before AS (
    SELECT
        p.*,
        c.contact_id,
        c.affiliation,
        c.seniority
    FROM compared AS p
    INNER JOIN core_contact AS c ON p.previous_id = c.audit_id
)

SELECT
    coalesce(w.wave, b.wave) AS wave,
    coalesce(w.wave_no, b.wave_no) AS wave_no,
    coalesce(w.previous_wave, b.previous_wave) AS previous_wave,
    n.contact_number,
    CASE
        WHEN b.contact_id IS NULL THEN 'new'
        WHEN w.contact_id IS NULL THEN 'left'
        ELSE 'kept'
    END AS turn,
    coalesce(w.affiliation, b.affiliation, 'unknown') AS affiliation,
    coalesce(w.seniority, b.seniority, 'unknown') AS seniority
FROM listed_now AS w
FULL OUTER JOIN listed_before AS b ON w.audit_id = b.audit_id AND w.contact_id = b.contact_id
INNER JOIN contact_number AS n
    ON
        coalesce(w.participant_id, b.participant_id) = n.participant_id
        AND coalesce(w.contact_id, b.contact_id) = n.contact_id
ORDER BY wave_no, n.contact_number
