-- What participants who agree to be introduced could offer others, and what they lack themselves, as
-- their latest completed audit has it: a row for each person and topic. Coordinators alone are told.
-- kind is purpose, function, sector, resource, outside, mentor or sponsor. offers: two contacts or
-- more, or being of that function or sector; needs: the answers say that there is no such contact. A
-- purpose is needed as well where an open action is for it.
CREATE OR REPLACE MACRO introduction_topic(viewer, selection) AS TABLE
WITH person AS (
    SELECT
        p.participant_id,
        p.cohort,
        nullif(p.function, 'unknown') AS own_function,
        nullif(p.sector, 'unknown') AS own_sector,
        p.scheme_role,
        a.audit_id,
        a.wave
    FROM selected_participant(viewer, selection) AS p
    INNER JOIN visible_audit(viewer) AS a ON p.participant_id = a.participant_id
    WHERE
        viewer['role'] = 'coordinator'
        AND p.consent_introductions = 'yes'
        AND p.status IS DISTINCT FROM 'withdrawn'
        AND a.is_completed
    QUALIFY row_number() OVER (PARTITION BY p.participant_id ORDER BY a.wave_no DESC) = 1
),

wanted AS (
    SELECT DISTINCT
        p.participant_id,
        t.purpose
    FROM person AS p
    INNER JOIN actions AS t ON p.participant_id = t.participant_id AND p.wave = t.wave
    WHERE coalesce(t.status, 'planned') IN ('planned', 'in_progress')
),

purpose_topic AS (
    SELECT
        p.participant_id,
        'purpose' AS kind,
        c.purpose AS topic,
        c.contacts,
        FALSE AS is_own,
        c.contacts >= 2 AS offers,
        (c.answered > 0 AND c.contacts = 0) OR w.purpose IS NOT NULL AS needs
    FROM person AS p
    INNER JOIN purpose_count AS c ON p.audit_id = c.audit_id
    LEFT JOIN wanted AS w ON p.participant_id = w.participant_id AND c.purpose = w.purpose
),

-- Every answer of a contact that names a function, a sector or a resource.
named AS (
    SELECT
        p.participant_id,
        c.contact_id,
        unnest(['function', 'sector']) AS kind,
        unnest([c.function, c.sector]) AS topic
    FROM person AS p
    INNER JOIN core_contact AS c ON p.audit_id = c.audit_id
    UNION ALL
    SELECT
        p.participant_id,
        c.contact_id,
        'resource' AS kind,
        unnest(string_split(t.resources, '|')) AS topic
    FROM person AS p
    INNER JOIN core_contact AS c ON p.audit_id = c.audit_id
    INNER JOIN contacts AS t
        ON
            p.participant_id = t.participant_id
            AND p.wave = t.wave
            AND c.contact_id = t.contact_id
    WHERE t.resources IS NOT NULL
),

answered AS (
    SELECT
        participant_id,
        kind,
        count(DISTINCT contact_id) AS contacts
    FROM named
    WHERE topic NOT IN ('unknown', 'not_applicable')
    GROUP BY participant_id, kind
),

own AS (
    SELECT
        participant_id,
        unnest(['function', 'sector']) AS kind,
        unnest([own_function, own_sector]) AS topic
    FROM person
),

category AS (
    SELECT
        kind,
        topic
    FROM named
    UNION
    SELECT
        kind,
        topic
    FROM own
),

counted AS (
    SELECT
        participant_id,
        kind,
        topic,
        count(DISTINCT contact_id) AS contacts
    FROM named
    GROUP BY participant_id, kind, topic
),

category_topic AS (
    SELECT
        p.participant_id,
        c.kind,
        c.topic,
        coalesce(n.contacts, 0) AS contacts,
        o.topic IS NOT NULL AS is_own,
        is_own OR coalesce(n.contacts, 0) >= 2 AS offers,
        NOT is_own AND n.contacts IS NULL AND coalesce(a.contacts, 0) >= 5 AS needs
    FROM person AS p
    CROSS JOIN category AS c
    LEFT JOIN own AS o
        ON p.participant_id = o.participant_id AND c.kind = o.kind AND c.topic = o.topic
    LEFT JOIN counted AS n
        ON p.participant_id = n.participant_id AND c.kind = n.kind AND c.topic = n.topic
    LEFT JOIN answered AS a ON p.participant_id = a.participant_id AND c.kind = a.kind
    WHERE c.topic IS NOT NULL AND c.topic NOT IN ('unknown', 'not_applicable', 'none')
),

would_mentor AS (
    SELECT DISTINCT p.participant_id
    FROM person AS p
    INNER JOIN activities AS t ON p.participant_id = t.participant_id AND p.wave = t.wave
    WHERE t.activity = 'offer_to_mentor' AND t.status IN ('planned', 'doing', 'done')
),

single_topic AS (
    SELECT
        p.participant_id,
        unnest(['outside', 'mentor', 'sponsor']) AS kind,
        kind AS topic,
        unnest([s.external, m.mentees, NULL]) AS contacts,
        FALSE AS is_own,
        unnest(
            [
                s.external >= 2,
                p.scheme_role IN ('mentor', 'both') OR w.participant_id IS NOT NULL,
                m.has_sponsor
            ]
        ) AS offers,
        unnest([s.internal > 0 AND s.external = 0, m.mentors = 0, NOT m.has_sponsor]) AS needs
    FROM person AS p
    INNER JOIN contact_summary AS s ON p.audit_id = s.audit_id
    INNER JOIN mentoring_portfolio AS m ON p.audit_id = m.audit_id
    LEFT JOIN would_mentor AS w ON p.participant_id = w.participant_id
),

topic AS (
    FROM purpose_topic
    UNION ALL
    FROM category_topic
    UNION ALL
    FROM single_topic
)

SELECT
    t.participant_id,
    p.cohort,
    t.kind,
    t.topic,
    t.contacts,
    t.is_own,
    coalesce(t.offers, FALSE) AS offers,
    coalesce(t.needs, FALSE) AS needs
FROM topic AS t
INNER JOIN person AS p ON t.participant_id = p.participant_id;
