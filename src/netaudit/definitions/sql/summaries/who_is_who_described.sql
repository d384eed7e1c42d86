/*---
grain = "one row per contact of the participants named who may be put beside those of others: how a coordinator may know them"
parameters = ["codes"]
---*/
SELECT
    m.participant_id,
    m.contact_id,
    m.cohort,
    m.participant_name,
    m.contact_number,
    m.label,
    coalesce(m.affiliation, 'unknown') AS affiliation,
    coalesce(m.function, 'unknown') AS function,
    coalesce(m.seniority, 'unknown') AS seniority,
    m.waves
FROM matchable_contact($viewer, $selection) AS m
WHERE list_contains($codes, m.participant_id)
ORDER BY m.participant_id, m.contact_number
