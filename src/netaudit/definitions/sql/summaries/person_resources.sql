/*---
grain = "one row per completed audit of a participant with an answer, and resource: the core contacts who offer it"
selects = false
parameters = ["participant"]
---*/
-- Where contacts were asked and none offers anything there is one row without a resource. A blank
-- cell is unknown; the word none is an answer.
WITH answered AS (
    SELECT
        a.wave,
        a.wave_no,
        n.contact_number,
        c.activation,
        list_filter(string_split(c.resources, '|'), lambda code: code <> 'none') AS offered
    FROM visible_audit($viewer) AS a
    INNER JOIN core_contact AS k ON a.audit_id = k.audit_id
    INNER JOIN contacts AS c
        ON
            a.participant_id = c.participant_id
            AND a.wave = c.wave
            AND k.contact_id = c.contact_id
    INNER JOIN contact_number AS n
        ON c.participant_id = n.participant_id AND c.contact_id = n.contact_id
    WHERE a.participant_id = $participant AND a.is_completed AND c.resources IS NOT NULL
),

asked AS (
    SELECT
        wave,
        wave_no,
        count(*) AS answered
    FROM answered
    GROUP BY wave, wave_no
),

offer AS (
    SELECT
        wave,
        contact_number,
        activation,
        unnest(offered) AS resource
    FROM answered
)

SELECT
    q.wave,
    q.wave_no,
    o.resource,
    count(o.contact_number) AS contacts,
    count(*) FILTER (WHERE o.activation IN ('dormant', 'not_yet')) AS untapped,
    list(o.contact_number) FILTER (WHERE o.activation = 'active') AS active,
    list(o.contact_number) FILTER (WHERE o.activation = 'dormant') AS dormant,
    list(o.contact_number) FILTER (WHERE o.activation = 'not_yet') AS not_yet,
    list(o.contact_number) FILTER (WHERE o.activation IS NULL) AS not_said,
    q.answered
FROM asked AS q
LEFT JOIN offer AS o ON q.wave = o.wave
GROUP BY q.wave, q.wave_no, o.resource, q.answered
ORDER BY q.wave_no ASC, contacts DESC, o.resource ASC
