/*---
grain = "one row per completed audit of a participant, and purpose or resource that one core contact alone serves"
selects = false
parameters = ["participant"]
---*/
WITH answered AS (
    SELECT
        a.wave,
        a.wave_no,
        n.contact_number,
        string_split(c.purposes, '|') AS purposes,
        string_split(c.resources, '|') AS resources
    FROM visible_audit($viewer) AS a
    INNER JOIN core_contact AS k ON a.audit_id = k.audit_id
    INNER JOIN contacts AS c
        ON
            a.participant_id = c.participant_id
            AND a.wave = c.wave
            AND k.contact_id = c.contact_id
    INNER JOIN contact_number AS n
        ON c.participant_id = n.participant_id AND c.contact_id = n.contact_id
    WHERE a.participant_id = $participant AND a.is_completed
),

served AS (
    SELECT
        wave,
        wave_no,
        contact_number,
        'purpose' AS vocabulary,
        unnest(purposes) AS code
    FROM answered
    UNION ALL
    SELECT
        wave,
        wave_no,
        contact_number,
        'resource' AS vocabulary,
        unnest(resources) AS code
    FROM answered
)

SELECT
    wave,
    wave_no,
    vocabulary,
    code,
    any_value(contact_number) AS contact_number
FROM served
WHERE code <> 'none'
GROUP BY wave, wave_no, vocabulary, code
HAVING count(*) = 1
ORDER BY wave_no, vocabulary, code
