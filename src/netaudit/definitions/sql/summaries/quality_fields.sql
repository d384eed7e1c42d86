/*---
grain = "one row per field that participants, audits and relationships hold: how many of the rows have it"
---*/
-- Names and addresses are left out, which not everybody who asks may see, and so are fields whose
-- blank says something: a relationship without an end goes on.
WITH person AS (
    SELECT
        p.participant_id,
        CAST(COLUMNS(p.* EXCLUDE (participant_id, cohort, name, email)) AS VARCHAR)
    FROM selected_participant($viewer, $selection) AS p
),

answered AS (
    SELECT
        participant_id,
        wave
    FROM selected_audit($viewer, $selection)
    WHERE is_completed
),

audit_field AS (
    SELECT
        u.participant_id,
        CAST(
            COLUMNS(u.* EXCLUDE (participant_id, wave, contacts_status, ties_status)) AS VARCHAR
        )
    FROM audits AS u
    SEMI JOIN answered AS a ON u.participant_id = a.participant_id AND u.wave = a.wave
),

relationship AS (
    SELECT
        m.participant_id,
        CAST(
            COLUMNS(
                m.* EXCLUDE (
                    participant_id, wave, mentoring_id, contact_id, end_date, end_reason
                )
            ) AS VARCHAR
        )
    FROM mentoring AS m
    SEMI JOIN answered AS a ON m.participant_id = a.participant_id AND m.wave = a.wave
),

cell AS (
    SELECT
        'participants' AS held_in,
        participant_id,
        field,
        said
    FROM person
    UNPIVOT INCLUDE NULLS (said FOR field IN (COLUMNS(* EXCLUDE (participant_id))))
    UNION ALL
    SELECT
        'audits' AS held_in,
        participant_id,
        field,
        said
    FROM audit_field
    UNPIVOT INCLUDE NULLS (said FOR field IN (COLUMNS(* EXCLUDE (participant_id))))
    UNION ALL
    SELECT
        'mentoring' AS held_in,
        participant_id,
        field,
        said
    FROM relationship
    UNPIVOT INCLUDE NULLS (said FOR field IN (COLUMNS(* EXCLUDE (participant_id))))
)

SELECT
    held_in,
    field,
    count(DISTINCT participant_id) AS participants,
    count(*) AS holders,
    count(said) FILTER (WHERE said <> 'unknown') AS filled,
    CAST(filled AS DOUBLE) / nullif(count(*), 0) AS share
FROM cell
GROUP BY held_in, field
ORDER BY held_in, field
