/*---
grain = "one row per wave and category of one aspect of the contacts: its share per participant, averaged over participants"
parameters = ["aspect", "most"]
---*/
-- aspect is an attribute of contacts, or one of closeness, years_known and last_contact. The
-- selection comes without a wave. Of more than $most categories the commonest are kept and the
-- others taken together under NULL; a category that a wave does not hold has a row with 0 there.
-- lowest and highest are what the mean could be if every unknown answer were known.
WITH chosen AS (
    SELECT
        a.audit_id,
        a.wave,
        a.wave_no,
        n.n AS contacts
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    WHERE n.n > 0
),

answer AS (
    SELECT
        audit_id,
        category,
        contacts,
        is_known,
        is_applicable
    FROM answer_count
    WHERE attribute = $aspect
    UNION ALL
    SELECT
        audit_id,
        CASE $aspect
            WHEN 'closeness' THEN CAST(closeness AS VARCHAR)
            WHEN 'years_known' THEN
                CASE
                    WHEN years_known < 1 THEN 'under_1'
                    WHEN years_known < 5 THEN 'from_1'
                    WHEN years_known < 10 THEN 'from_5'
                    WHEN years_known >= 10 THEN 'from_10'
                END
            WHEN 'last_contact' THEN
                CASE
                    WHEN last_contact_days <= 7 THEN 'week'
                    WHEN last_contact_days <= 30 THEN 'month'
                    WHEN last_contact_days <= 90 THEN 'quarter'
                    WHEN last_contact_days > 90 THEN 'longer'
                END
        END AS category,
        1 AS contacts,
        TRUE AS is_known,
        TRUE AS is_applicable
    FROM core_contact
),

held AS (
    SELECT
        c.audit_id,
        w.category,
        sum(w.contacts) AS contacts
    FROM chosen AS c
    INNER JOIN answer AS w ON c.audit_id = w.audit_id
    WHERE w.is_known AND w.category IS NOT NULL
    GROUP BY c.audit_id, w.category
),

person AS (
    SELECT
        c.audit_id,
        c.wave,
        c.wave_no,
        c.contacts - coalesce(sum(w.contacts) FILTER (WHERE NOT w.is_applicable), 0) AS applicable,
        coalesce(sum(w.contacts) FILTER (WHERE w.is_known AND w.category IS NOT NULL), 0) AS known
    FROM chosen AS c
    LEFT JOIN answer AS w ON c.audit_id = w.audit_id
    GROUP BY c.audit_id, c.wave, c.wave_no, c.contacts
),

ranked AS (
    SELECT
        category,
        row_number() OVER (ORDER BY sum(contacts) DESC, category) AS place
    FROM held
    GROUP BY category
),

shown AS (
    SELECT DISTINCT CASE WHEN place <= $most THEN category END AS category
    FROM ranked
),

share AS (
    SELECT
        p.audit_id,
        p.wave,
        p.wave_no,
        p.applicable,
        p.known,
        s.category,
        coalesce(sum(h.contacts), 0) AS contacts
    FROM person AS p
    CROSS JOIN shown AS s
    LEFT JOIN ranked AS r
        ON s.category IS NOT DISTINCT FROM CASE WHEN r.place <= $most THEN r.category END
    LEFT JOIN held AS h ON p.audit_id = h.audit_id AND r.category = h.category
    WHERE p.applicable > 0
    GROUP BY ALL
)

SELECT
    wave,
    wave_no,
    category,
    count(*) FILTER (WHERE known > 0) AS participants,
    count(*) FILTER (WHERE known = 0) AS unanswered,
    CAST(sum(contacts) AS INTEGER) AS contacts,
    CAST(sum(known) AS INTEGER) AS known,
    CAST(sum(applicable) AS INTEGER) AS applicable,
    avg(contacts / nullif(known, 0)) AS mean,
    avg(contacts / nullif(applicable, 0)) AS lowest,
    avg((contacts + applicable - known) / nullif(applicable, 0)) AS highest
FROM share
GROUP BY wave, wave_no, category
ORDER BY wave_no, category NULLS LAST
