/*---
grain = "one row per audit of the selection and contact, every column as stored"
---*/
-- Every column, whatever the schema comes to hold: it is to be imported again. Contacts of whom
-- somebody decided that they are one person get one person_key; a participant who is not selected
-- is not named. Evaluators get numbers for the contacts' codes, which may hold names, and nothing
-- else that would tell who a contact is or how one participant rates them.
WITH latest_key AS (
    SELECT
        c.participant_id,
        c.contact_id,
        arg_max(c.person_key, w.wave_no) AS person_key
    FROM selected_participant($viewer, $selection) AS p
    INNER JOIN contacts AS c ON p.participant_id = c.participant_id
    INNER JOIN wave_order AS w ON c.wave = w.wave
    GROUP BY c.participant_id, c.contact_id
),

matched AS (
    SELECT
        s.person,
        coalesce(
            min(k.person_key),
            'match-' || left(md5(min(s.participant_id || ' ' || s.contact_id)), 12)
        ) AS person_key
    FROM latest_key AS k
    INNER JOIN same_person AS s
        ON k.participant_id = s.participant_id AND k.contact_id = s.contact_id
    GROUP BY s.person
    HAVING count(DISTINCT k.person_key) <> 1 OR count(*) > count(k.person_key)
),

-- The number in same_person follows participants' own codes and the export's keys: evaluators get
-- one that follows what they see.
as_seen AS (
    SELECT
        s.person,
        row_number() OVER (
            ORDER BY min(concat_ws(' ', s.participant_id, format('{:09d}', n.contact_number)))
        ) AS number
    FROM selected_participant($viewer, $selection) AS p
    INNER JOIN same_person AS s ON p.participant_id = s.participant_id
    INNER JOIN contact_number AS n
        ON s.participant_id = n.participant_id AND s.contact_id = n.contact_id
    GROUP BY s.person
),

left_out AS (
    SELECT p.participant_id
    FROM participants AS p
    ANTI JOIN selected_participant($viewer, $selection) AS s ON p.participant_id = s.participant_id
)

SELECT
    t.participant_id,
    t.wave,
    CASE
        WHEN $viewer['role'] = 'evaluator' THEN 'c' || n.contact_number
        ELSE t.contact_id
    END AS contact_id,
    l.label,
    t.*
    EXCLUDE (participant_id, wave, contact_id)
    REPLACE (
        CASE
            WHEN $viewer['role'] = 'evaluator' THEN 'person-' || v.number
            ELSE coalesce(m.person_key, t.person_key)
        END AS person_key,
        CASE
            WHEN t.is_participant_id NOT IN (FROM left_out) THEN t.is_participant_id
        END AS is_participant_id,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.organisation END AS organisation,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.invest_motivation END AS invest_motivation,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.invest_influence END AS invest_influence,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.invest_complement END AS invest_complement,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.invest_unlock END AS invest_unlock,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.trust END AS trust,
        CASE WHEN $viewer['role'] <> 'evaluator' THEN t.energy END AS energy
    )
FROM selected_audit($viewer, $selection) AS a
INNER JOIN contacts AS t ON a.participant_id = t.participant_id AND a.wave = t.wave
INNER JOIN contact_number AS n
    ON t.participant_id = n.participant_id AND t.contact_id = n.contact_id
LEFT JOIN visible_label($viewer) AS l
    ON t.participant_id = l.participant_id AND t.wave = l.wave AND t.contact_id = l.contact_id
LEFT JOIN same_person AS s
    ON t.participant_id = s.participant_id AND t.contact_id = s.contact_id
LEFT JOIN matched AS m ON s.person = m.person
LEFT JOIN as_seen AS v ON s.person = v.person
ORDER BY a.participant_id, a.wave_no, n.contact_number
