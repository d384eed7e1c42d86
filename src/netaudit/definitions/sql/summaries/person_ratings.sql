/*---
grain = "one row per completed audit of the participant who looks, core contact and rating given"
selects = false
parameters = ["participant"]
---*/
-- How somebody rates a contact is nobody else's to read, whatever else is shared.
WITH rated AS (
    SELECT
        a.wave,
        a.wave_no,
        n.contact_number,
        c.invest_motivation,
        c.invest_influence,
        c.invest_complement,
        c.invest_unlock,
        c.trust,
        c.energy
    FROM visible_audit($viewer) AS a
    INNER JOIN core_contact AS k ON a.audit_id = k.audit_id
    INNER JOIN contacts AS c
        ON
            a.participant_id = c.participant_id
            AND a.wave = c.wave
            AND k.contact_id = c.contact_id
    INNER JOIN contact_number AS n
        ON c.participant_id = n.participant_id AND c.contact_id = n.contact_id
    WHERE
        a.participant_id = $participant
        AND a.is_completed
        AND $viewer['role'] = 'participant'
        AND a.participant_id = $viewer['participant']
),

answer AS (
    UNPIVOT rated
    ON invest_motivation, invest_influence, invest_complement, invest_unlock, trust, energy
    INTO NAME rating VALUE answer
)

SELECT
    wave,
    wave_no,
    contact_number,
    rating,
    answer
FROM answer
ORDER BY wave_no, contact_number, rating
