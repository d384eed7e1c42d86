/*---
grain = "one row per cohort and wave: how far lists and ties were filled in"
---*/
-- A list with fewer than two contacts has no pairs that could be asked about.
WITH listed AS (
    SELECT
        a.audit_id,
        any_value(a.ties_status) AS ties_status
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN core_contact AS c ON a.audit_id = c.audit_id
    GROUP BY a.audit_id
    HAVING count(*) >= 2
),

cohort_size AS (
    SELECT
        cohort,
        count(*) AS participants
    FROM selected_participant($viewer, $selection)
    GROUP BY cohort
)

SELECT
    a.cohort,
    a.wave,
    a.wave_no,
    any_value(s.participants) AS participants,
    count(*) AS audits,
    count(*) FILTER (WHERE a.contacts_status = 'complete') AS complete,
    count(*) FILTER (WHERE a.contacts_status = 'partial') AS partial,
    count(*) FILTER (WHERE a.contacts_status = 'none_to_name') AS none_to_name,
    count(*) FILTER (WHERE a.contacts_status = 'not_done') AS not_done,
    count(l.audit_id) AS with_pairs,
    count(*) FILTER (WHERE l.ties_status = 'all_pairs_asked') AS all_pairs_asked,
    count(*) FILTER (WHERE l.ties_status = 'positive_only_complete') AS positive_only_complete,
    count(*) FILTER (WHERE l.ties_status = 'partial') AS ties_partial,
    count(*) FILTER (WHERE l.ties_status = 'not_asked') AS ties_not_asked
FROM selected_audit($viewer, $selection) AS a
INNER JOIN cohort_size AS s ON a.cohort = s.cohort
LEFT JOIN listed AS l ON a.audit_id = l.audit_id
GROUP BY a.cohort, a.wave, a.wave_no
ORDER BY a.cohort DESC, a.wave_no ASC
