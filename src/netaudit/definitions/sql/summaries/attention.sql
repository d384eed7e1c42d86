/*---
grain = "one row per reason to look closer: to how many participants it applies, of how many for whom that is known"
parameters = ["now"]
---*/
-- The selection comes without a wave, so that people without an audit at the wave count as well.
-- Nobody waits for the answers of somebody who withdrew, but those they gave count.
WITH person AS (
    SELECT
        p.participant_id,
        p.status,
        a.audit_id,
        coalesce(a.is_completed, FALSE) AS is_completed
    FROM selected_participant($viewer, $selection) AS p
    LEFT JOIN visible_audit($viewer) AS a
        ON p.participant_id = a.participant_id AND a.wave = $now
),

watched AS (
    SELECT
        audit_id,
        bool_or(display = 'watch') AS is_watched,
        bool_or(display <> 'not_enough_information') AS is_known
    FROM pattern_state
    GROUP BY audit_id
),

measured AS (
    SELECT
        audit_id,
        any_value(value) FILTER (WHERE measure = 'mentors_active') AS mentors,
        any_value(value) FILTER (WHERE measure = 'internal_share') AS internal_share
    FROM measure_value
    WHERE measure IN ('mentors_active', 'internal_share')
    GROUP BY audit_id
),

looked_at AS (
    SELECT
        p.participant_id,
        CASE
            WHEN p.is_completed OR coalesce(p.status <> 'withdrawn', TRUE) THEN NOT p.is_completed
        END AS not_answered,
        CASE WHEN p.is_completed AND w.is_known THEN w.is_watched END AS watch,
        m.mentors = 0 AS no_mentor,
        m.internal_share = 1 AS no_external
    FROM person AS p
    LEFT JOIN watched AS w ON p.audit_id = w.audit_id
    LEFT JOIN measured AS m ON p.audit_id = m.audit_id
),

reason AS (
    UNPIVOT looked_at
    ON not_answered, no_mentor, no_external, watch
    INTO NAME reason VALUE applies
)

SELECT
    reason,
    count(*) FILTER (WHERE applies) AS participants,
    count(*) AS known
FROM reason
GROUP BY reason
ORDER BY list_position(['not_answered', 'no_mentor', 'no_external', 'watch'], reason)
