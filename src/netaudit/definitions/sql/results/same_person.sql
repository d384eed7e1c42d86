/*---
grain = "one row per contact of whom it is known who it is: by the export's person_key, or by a match that somebody accepted"
needs = ["audit"]
---*/
-- Only participants who consent to matching are in here, and nothing that was only proposed is. A
-- person may be named by one participant alone; their number tells nothing but who is the same.
WITH RECURSIVE keyed AS (
    SELECT
        c.participant_id,
        c.contact_id,
        arg_max(c.person_key, a.wave_no) AS person_key
    FROM contacts AS c
    INNER JOIN audit AS a ON c.participant_id = a.participant_id AND c.wave = a.wave
    INNER JOIN participants AS p ON c.participant_id = p.participant_id
    WHERE p.consent_matching = 'yes'
    GROUP BY c.participant_id, c.contact_id
),

-- Contacts with one key have one name already; matches join names.
named AS (
    SELECT
        participant_id,
        contact_id,
        person_key IS NOT NULL AS has_key,
        CASE
            WHEN person_key IS NOT NULL THEN [person_key]
            ELSE [participant_id, contact_id]
        END AS name
    FROM keyed
),

accepted AS (
    SELECT
        n.name,
        o.name AS other
    FROM contact_match AS m
    INNER JOIN named AS n ON m.participant_id = n.participant_id AND m.contact_id = n.contact_id
    INNER JOIN named AS o
        ON m.other_participant_id = o.participant_id AND m.other_contact_id = o.contact_id
),

neighbour AS (
    SELECT
        name,
        other
    FROM accepted
    UNION
    SELECT
        other AS name,
        name AS other
    FROM accepted
),

joined AS (
    SELECT
        name,
        other
    FROM neighbour
    UNION
    SELECT
        j.name,
        n.other
    FROM joined AS j
    INNER JOIN neighbour AS n ON j.other = n.name
),

first_name AS (
    SELECT
        name,
        least(name, min(other)) AS person
    FROM joined
    GROUP BY name
)

SELECT
    n.participant_id,
    n.contact_id,
    CAST(dense_rank() OVER (ORDER BY coalesce(f.person, n.name)) AS INTEGER) AS person
FROM named AS n
LEFT JOIN first_name AS f ON n.name = f.name
WHERE n.has_key OR f.person IS NOT NULL
ORDER BY n.participant_id, n.contact_id
