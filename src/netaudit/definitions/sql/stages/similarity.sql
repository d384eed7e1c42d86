/*---
grain = "one row per audit and attribute on which contacts can be the same as the participant"
needs = ["audit", "network", "answer_count", "attribute_kind"]
---*/
-- Function and sector are compared with the participant's own; without it they cannot be used and
-- n_same is NULL. The other attributes were asked relative to the participant.
WITH own AS (
    SELECT
        a.audit_id,
        nullif(nullif(p.function, 'unknown'), 'not_applicable') AS function,
        nullif(nullif(p.sector, 'unknown'), 'not_applicable') AS sector
    FROM audit AS a
    INNER JOIN participants AS p ON a.participant_id = p.participant_id
),

counted AS (
    SELECT
        w.audit_id,
        w.attribute,
        sum(w.contacts) FILTER (WHERE NOT w.is_applicable) AS n_outside,
        sum(w.contacts) FILTER (WHERE w.is_known) AS n_known,
        sum(w.contacts) FILTER (
            WHERE
            CASE w.attribute
                WHEN 'function' THEN w.category = o.function
                WHEN 'sector' THEN w.category = o.sector
                WHEN 'seniority' THEN w.category = 'same_level'
                WHEN 'distance' THEN w.category IN ('same_site', 'same_city_region')
                WHEN 'age' THEN w.category = 'within_10'
                ELSE w.category = 'same'
            END
        ) AS n_same
    FROM answer_count AS w
    INNER JOIN own AS o ON w.audit_id = o.audit_id
    GROUP BY w.audit_id, w.attribute
),

comparison AS (
    SELECT
        o.audit_id,
        k.attribute,
        CASE k.attribute
            WHEN 'function' THEN o.function IS NOT NULL
            WHEN 'sector' THEN o.sector IS NOT NULL
            ELSE TRUE
        END AS is_usable
    FROM own AS o
    CROSS JOIN attribute_kind AS k
    WHERE k.has_similarity
)

SELECT
    c.audit_id,
    c.attribute,
    CAST(coalesce(n.n, 0) - coalesce(w.n_outside, 0) AS INTEGER) AS n_applicable,
    CAST(coalesce(w.n_known, 0) AS INTEGER) AS n_known,
    CAST(CASE WHEN c.is_usable THEN coalesce(w.n_same, 0) END AS INTEGER) AS n_same,
    c.is_usable
FROM comparison AS c
INNER JOIN network AS n ON c.audit_id = n.audit_id
LEFT JOIN counted AS w ON c.audit_id = w.audit_id AND c.attribute = w.attribute
ORDER BY c.audit_id, c.attribute
