/*---
grain = "one row per completed audit of a participant, aspect of the core contacts and category"
selects = false
parameters = ["participant"]
---*/
-- What is not known, and what does not apply to a contact, is in no category and not in known.
WITH described AS (
    SELECT
        a.wave,
        a.wave_no,
        k.affiliation,
        k.function,
        k.seniority,
        k.distance,
        CAST(k.closeness AS VARCHAR) AS closeness,
        CASE
            WHEN k.years_known < 1 THEN 'under_1'
            WHEN k.years_known < 5 THEN 'from_1'
            WHEN k.years_known < 10 THEN 'from_5'
            WHEN k.years_known >= 10 THEN 'from_10'
        END AS years_known,
        c.knowledge_flow,
        c.activation
    FROM visible_audit($viewer) AS a
    INNER JOIN core_contact AS k ON a.audit_id = k.audit_id
    INNER JOIN contacts AS c
        ON
            a.participant_id = c.participant_id
            AND a.wave = c.wave
            AND k.contact_id = c.contact_id
    WHERE a.participant_id = $participant AND a.is_completed
),

answer AS (
    UNPIVOT described
    ON affiliation, function, seniority, distance, closeness, years_known, knowledge_flow,
    activation
    INTO NAME aspect VALUE category
)

SELECT
    wave,
    wave_no,
    aspect,
    category,
    count(*) AS contacts,
    CAST(sum(count(*)) OVER (PARTITION BY wave, aspect) AS INTEGER) AS known
FROM answer
WHERE category NOT IN ('unknown', 'not_applicable')
GROUP BY wave, wave_no, aspect, category
ORDER BY wave_no ASC, aspect ASC, contacts DESC, category ASC
