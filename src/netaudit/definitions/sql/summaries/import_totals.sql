/*---
grain = "one row: how many participants, audits and contacts the viewer may see in all"
selects = false
---*/
WITH person AS (
    SELECT count(*) AS participants
    FROM visible_participant($viewer)
),

audit_contact AS (
    SELECT count(*) AS contacts
    FROM visible_audit($viewer) AS a
    INNER JOIN contacts AS c ON a.participant_id = c.participant_id AND a.wave = c.wave
),

opened AS (
    SELECT count(*) AS audits
    FROM visible_audit($viewer)
)

SELECT
    p.participants,
    o.audits,
    c.contacts
FROM person AS p
CROSS JOIN opened AS o
CROSS JOIN audit_contact AS c
