/*---
grain = "one row per wave: how many participants have how much of their list inside"
---*/
-- The selection comes without a wave. lowest and highest are what the mean internal share could be
-- if the affiliation of every contact were known.
WITH person AS (
    SELECT
        a.wave,
        a.wave_no,
        c.contacts,
        c.internal,
        c.contacts - c.internal - c.external AS unplaced,
        m.value AS internal_share
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN contact_summary AS c ON a.audit_id = c.audit_id
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id AND m.measure = 'internal_share'
    WHERE c.contacts > 0
)

SELECT
    wave,
    wave_no,
    count(internal_share) AS participants,
    count(*) FILTER (WHERE internal_share IS NULL) AS unanswered,
    CAST(sum(contacts) AS INTEGER) AS contacts,
    CAST(sum(unplaced) AS INTEGER) AS unplaced,
    avg(internal_share) AS mean,
    avg(internal / nullif(contacts, 0)) AS lowest,
    avg((internal + unplaced) / nullif(contacts, 0)) AS highest,
    count(*) FILTER (WHERE internal_share = 1) AS none_outside,
    count(*) FILTER (WHERE internal_share > 0.5 AND internal_share < 1) AS mostly_inside,
    count(*) FILTER (WHERE internal_share > 0 AND internal_share <= 0.5) AS half_outside,
    count(*) FILTER (WHERE internal_share = 0) AS none_inside
FROM person
GROUP BY wave, wave_no
ORDER BY wave_no
