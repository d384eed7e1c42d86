/*---
grain = "one row per kind of access and category of an attribute, and one of everybody: who has it at two waves"
parameters = ["attribute", "first", "last"]
---*/
-- The selection comes without a wave. Counted are the people whose answer is known at both waves:
-- strategic and external say whether there is at least one such contact on the list, mentor and
-- sponsor whether somebody mentors or sponsors the participant. category is NULL for everybody.
WITH answered AS (
    SELECT
        a.participant_id,
        a.wave,
        CASE WHEN s.contacts > 0 THEN TRUE WHEN s.answered = n.n THEN FALSE END AS strategic,
        CASE
            WHEN c.external > 0 THEN TRUE
            WHEN c.internal = n.n THEN FALSE
        END AS external,
        m.has_mentor AS mentor,
        m.has_sponsor AS sponsor
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    INNER JOIN contact_summary AS c ON a.audit_id = c.audit_id
    INNER JOIN purpose_count AS s ON a.audit_id = s.audit_id AND s.purpose = 'strategic'
    INNER JOIN mentoring_portfolio AS m ON a.audit_id = m.audit_id
    WHERE a.is_completed AND a.wave IN ($first, $last)
),

access AS (
    UNPIVOT answered
    ON strategic, external, mentor, sponsor
    INTO NAME access VALUE holds
),

person AS (
    SELECT
        participant_id,
        access,
        bool_or(holds) FILTER (WHERE wave = $first) AS has_from,
        bool_or(holds) FILTER (WHERE wave = $last) AS has_to
    FROM access
    GROUP BY participant_id, access
    HAVING has_from IS NOT NULL AND has_to IS NOT NULL
),

grouped AS (
    SELECT
        p.access,
        NULL AS category,
        p.has_from,
        p.has_to
    FROM person AS p
    UNION ALL
    SELECT
        p.access,
        g.category,
        p.has_from,
        p.has_to
    FROM person AS p
    INNER JOIN participant_attribute AS g
        ON p.participant_id = g.participant_id AND g.attribute = $attribute
)

SELECT
    access,
    category,
    count(*) AS n,
    count(*) FILTER (WHERE has_from) AS k_from,
    count(*) FILTER (WHERE has_to) AS k_to,
    CAST(k_to AS DOUBLE) / nullif(n, 0) AS share,
    wilson_low(k_to, n) AS ci_low,
    wilson_high(k_to, n) AS ci_high
FROM grouped
GROUP BY access, category
ORDER BY list_position(['strategic', 'external', 'sponsor', 'mentor'], access), category NULLS FIRST
