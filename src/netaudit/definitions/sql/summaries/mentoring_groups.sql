/*---
grain = "one row per category of an attribute: participants with a mentor, and whether the row may be shown"
parameters = ["attribute", "now"]
---*/
-- The selection comes without a wave. category is NULL for participants whose own is not known. A row
-- with fewer answers than the smallest group is hidden; while the hidden rows together are still
-- that few, the next smallest is hidden too, or they could be found by subtraction.
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
),

ranked AS (
    SELECT
        *,
        sum(answered) OVER (
            ORDER BY answered, category NULLS FIRST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS smaller,
        min(answered) FILTER (WHERE answered > 0) OVER () AS smallest
    FROM counted
)

SELECT
    r.category,
    r.participants,
    r.answered,
    r.with_mentor,
    r.with_sponsor,
    r.with_mentee,
    CAST(r.with_mentor AS DOUBLE) / nullif(r.participants, 0) AS share,
    wilson_low(r.with_mentor, r.participants) AS ci_low,
    wilson_high(r.with_mentor, r.participants) AS ci_high,
    r.answered >= s.minimum_group
    AND (r.smallest >= s.minimum_group OR coalesce(r.smaller, 0) >= s.minimum_group) AS is_released,
    s.minimum_group
FROM ranked AS r
CROSS JOIN setting AS s
ORDER BY r.category NULLS LAST
