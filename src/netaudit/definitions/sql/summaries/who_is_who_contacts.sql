/*---
grain = "one row per pair of contacts of two participants of one cohort who may be one person"
---*/
-- Labels with the same words, the same fellow participant, or one workplace and a word that begins
-- alike: whether they are alike enough is for the words themselves to say. What an export's person
-- keys or an accepted match tell already is left out, and so is whoever would make two contacts of
-- one participant the same person.
WITH namers AS (
    SELECT
        person,
        list(DISTINCT participant_id) AS named_by
    FROM same_person
    GROUP BY person
),

contact AS (
    SELECT
        m.*,
        coalesce(n.named_by, []) AS named_by,
        list_sort(
            regexp_extract_all(strip_accents(lower(nfc_normalize(m.label))), '[\pL\pN]+')
        ) AS words,
        list_distinct([w[1] FOR w IN words]) AS initials
    FROM matchable_contact($viewer, $selection) AS m
    LEFT JOIN same_person AS s
        ON m.participant_id = s.participant_id AND m.contact_id = s.contact_id
    LEFT JOIN namers AS n ON s.person = n.person
),

-- One join for each way in which two may meet, so that no list is compared with every other.
meeting AS (
    SELECT
        a.participant_id,
        a.contact_id,
        b.participant_id AS other_participant_id,
        b.contact_id AS other_contact_id
    FROM contact AS a
    INNER JOIN contact AS b
        ON a.cohort = b.cohort AND a.words = b.words AND a.participant_id < b.participant_id
    WHERE len(a.words) > 0
    UNION
    SELECT
        a.participant_id,
        a.contact_id,
        b.participant_id AS other_participant_id,
        b.contact_id AS other_contact_id
    FROM contact AS a
    INNER JOIN contact AS b
        ON
            a.cohort = b.cohort
            AND a.organisation = b.organisation
            AND a.participant_id < b.participant_id
    WHERE list_has_any(a.initials, b.initials) OR len(a.words) = 1 OR len(b.words) = 1
    UNION
    SELECT
        a.participant_id,
        a.contact_id,
        b.participant_id AS other_participant_id,
        b.contact_id AS other_contact_id
    FROM contact AS a
    INNER JOIN contact AS b
        ON
            a.cohort = b.cohort
            AND a.is_participant_id = b.is_participant_id
            AND a.participant_id < b.participant_id
)

SELECT
    m.participant_id,
    m.contact_id,
    m.other_participant_id,
    m.other_contact_id,
    a.cohort,
    a.label,
    b.label AS other_label,
    a.organisation,
    b.organisation AS other_organisation,
    a.function,
    b.function AS other_function,
    a.is_participant_id AS fellow,
    b.is_participant_id AS other_fellow
FROM meeting AS m
INNER JOIN contact AS a ON m.participant_id = a.participant_id AND m.contact_id = a.contact_id
INNER JOIN contact AS b
    ON m.other_participant_id = b.participant_id AND m.other_contact_id = b.contact_id
WHERE
    NOT list_contains(a.named_by, b.participant_id)
    AND NOT list_contains(b.named_by, a.participant_id)
    AND (a.person_key IS NULL OR b.person_key IS NULL)
ORDER BY m.participant_id, m.contact_id, m.other_participant_id, m.other_contact_id
