/*---
grain = "one row: how many of those selected named somebody, consent to matching, and share their labels too"
---*/
WITH listed AS (
    SELECT DISTINCT participant_id
    FROM contacts
)

SELECT
    count(*) AS people,
    count(*) FILTER (WHERE p.consent_matching = 'yes') AS consenting,
    count(*) FILTER (
        WHERE p.consent_matching = 'yes' AND p.share_with_coordinator = 'yes'
    ) AS sharing
FROM selected_participant($viewer, $selection) AS p
SEMI JOIN listed AS l ON p.participant_id = l.participant_id
