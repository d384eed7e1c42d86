/*---
grain = "one row per category of an attribute: participants, and how many have a mentor"
parameters = ["attribute", "now", "of_answered"]
---*/
-- The selection comes without a wave. category is NULL for participants whose own is not known.
-- With of_answered only those count who completed the audit and answered about mentoring.
WITH person AS (
    SELECT
        g.category,
        m.has_mentor,
        m.has_sponsor,
        m.has_mentee
    FROM selected_participant($viewer, $selection) AS p
    LEFT JOIN participant_attribute AS g
        ON p.participant_id = g.participant_id AND g.attribute = $attribute
    LEFT JOIN visible_audit($viewer) AS a ON p.participant_id = a.participant_id AND a.wave = $now
    LEFT JOIN mentoring_portfolio AS m ON a.audit_id = m.audit_id
    WHERE NOT $of_answered OR (a.is_completed AND m.has_mentor IS NOT NULL)
),

counted AS (
    SELECT
        category,
        count(*) AS participants,
        count(has_mentor) AS answered,
        count(*) FILTER (WHERE has_mentor) AS with_mentor,
        count(*) FILTER (WHERE has_sponsor) AS with_sponsor,
        count(*) FILTER (WHERE has_mentee) AS with_mentee
    FROM person
    GROUP BY category
)

SELECT
    category,
    participants,
    answered,
    with_mentor,
    with_sponsor,
    with_mentee,
    CAST(with_mentor AS DOUBLE) / nullif(participants, 0) AS share,
    wilson_low(with_mentor, participants) AS ci_low,
    wilson_high(with_mentor, participants) AS ci_high
FROM counted
ORDER BY category NULLS LAST
