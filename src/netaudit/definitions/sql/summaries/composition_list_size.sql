/*---
grain = "one row per length of the list (from 20 participants on) or band of lengths, at one wave"
---*/
-- A band's lower and upper are the same where single lengths are shown. The columns about everybody
-- are the same in every row.
WITH listed AS (
    SELECT
        n.n AS contacts,
        a.could_name_more,
        a.contacts_status = 'partial' AS is_partial,
        s.contact_cap AS longest
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN network AS n ON a.audit_id = n.audit_id
    CROSS JOIN setting AS s
    WHERE n.n IS NOT NULL
),

everybody AS (
    SELECT
        count(*) AS whole,
        avg(contacts) AS mean,
        CASE WHEN count(*) >= 10 THEN median(contacts) END AS median,
        CAST(sum(contacts) AS INTEGER) AS all_contacts,
        count(*) FILTER (WHERE contacts = 0) AS nobody,
        count(*) FILTER (WHERE is_partial) AS partial_lists,
        count(*) FILTER (WHERE contacts >= longest) AS full_lists,
        count(could_name_more) FILTER (WHERE contacts >= longest) AS full_asked,
        count(*) FILTER (WHERE contacts >= longest AND could_name_more > 0) AS full_with_more,
        any_value(longest) AS longest
    FROM listed
),

length AS (
    SELECT unnest(generate_series(0, longest)) AS contacts
    FROM everybody
),

band AS (
    SELECT
        l.contacts,
        CASE
            WHEN e.whole >= 20 OR l.contacts IN (0, e.longest) THEN l.contacts
            WHEN l.contacts <= e.longest // 2 THEN 1
            ELSE e.longest // 2 + 1
        END AS lower,
        CASE
            WHEN e.whole >= 20 OR l.contacts IN (0, e.longest) THEN l.contacts
            WHEN l.contacts <= e.longest // 2 THEN e.longest // 2
            ELSE e.longest - 1
        END AS upper
    FROM length AS l
    CROSS JOIN everybody AS e
)

SELECT
    CAST(b.lower AS INTEGER) AS lower,
    CAST(b.upper AS INTEGER) AS upper,
    count(p.contacts) AS participants,
    any_value(e.whole) AS whole,
    any_value(e.mean) AS mean,
    any_value(e.median) AS median,
    any_value(e.all_contacts) AS contacts,
    any_value(e.nobody) AS nobody,
    any_value(e.partial_lists) AS partial_lists,
    any_value(e.full_lists) AS full_lists,
    any_value(e.full_asked) AS full_asked,
    any_value(e.full_with_more) AS full_with_more,
    any_value(e.longest) AS longest
FROM band AS b
CROSS JOIN everybody AS e
LEFT JOIN listed AS p ON b.contacts = least(p.contacts, e.longest)
WHERE e.whole > 0
GROUP BY b.lower, b.upper
ORDER BY b.lower
