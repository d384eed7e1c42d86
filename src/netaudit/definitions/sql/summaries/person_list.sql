/*---
grain = "one row per participant of the selection: the audit of the chosen wave, or the latest completed one"
---*/
-- Evaluators work with participants' codes; names are for the programme team. known_for
-- lists the reasons to look closer of which it is known whether they apply.
WITH shown AS (
    SELECT a.*
    FROM selected_audit($viewer, $selection) AS a
    QUALIFY
        row_number() OVER (
            PARTITION BY a.participant_id
            ORDER BY a.is_completed DESC, a.wave_no DESC
        ) = 1
),

pattern AS (
    SELECT
        s.audit_id,
        any_value(s.display) FILTER (WHERE s.pattern = 'birds_of_a_feather') AS birds_of_a_feather,
        any_value(s.display) FILTER (WHERE s.pattern = 'network_lag') AS network_lag,
        any_value(s.display) FILTER (WHERE s.pattern = 'echo_chamber') AS echo_chamber,
        any_value(s.display) FILTER (WHERE s.pattern = 'pigeonholing') AS pigeonholing,
        bool_or(s.display = 'watch') AS is_watched,
        bool_or(s.display <> 'not_enough_information') AS is_judged
    FROM pattern_state AS s
    GROUP BY s.audit_id
),

mentored AS (
    SELECT
        audit_id,
        value AS mentors
    FROM measure_value
    WHERE measure = 'mentors_active'
)

SELECT
    p.participant_id,
    CASE WHEN $viewer['role'] <> 'evaluator' THEN p.name END AS name,
    p.cohort,
    p.organisation,
    p.status,
    a.wave,
    a.contacts_status,
    coalesce(a.is_completed, FALSE) AS is_completed,
    n.n AS size,
    c.internal,
    c.internal + c.external AS placed,
    w.birds_of_a_feather,
    w.network_lag,
    w.echo_chamber,
    w.pigeonholing,
    CAST(m.mentors AS INTEGER) AS mentors,
    NOT coalesce(a.is_completed, FALSE) AND coalesce(p.status <> 'withdrawn', TRUE) AS not_answered,
    coalesce(m.mentors = 0, FALSE) AS no_mentor,
    coalesce(m.mentors > 0, FALSE) AS has_mentor,
    coalesce(c.internal > 0 AND c.external = 0, FALSE) AS no_external,
    coalesce(a.is_completed AND w.is_watched, FALSE) AS watch,
    coalesce(
        a.is_completed AND w.birds_of_a_feather = 'watch', FALSE
    ) AS watch_birds_of_a_feather,
    coalesce(a.is_completed AND w.network_lag = 'watch', FALSE) AS watch_network_lag,
    coalesce(a.is_completed AND w.echo_chamber = 'watch', FALSE) AS watch_echo_chamber,
    coalesce(a.is_completed AND w.pigeonholing = 'watch', FALSE) AS watch_pigeonholing,
    list_filter(
        [
            CASE
                WHEN a.is_completed OR coalesce(p.status <> 'withdrawn', TRUE)
                    THEN 'not_answered'
            END,
            CASE WHEN m.mentors IS NOT NULL THEN 'no_mentor' END,
            CASE WHEN m.mentors IS NOT NULL THEN 'has_mentor' END,
            CASE WHEN c.internal + c.external > 0 THEN 'no_external' END,
            CASE WHEN a.is_completed AND w.is_judged THEN 'watch' END,
            CASE
                WHEN a.is_completed AND w.birds_of_a_feather <> 'not_enough_information'
                    THEN 'watch_birds_of_a_feather'
            END,
            CASE
                WHEN a.is_completed AND w.network_lag <> 'not_enough_information'
                    THEN 'watch_network_lag'
            END,
            CASE
                WHEN a.is_completed AND w.echo_chamber <> 'not_enough_information'
                    THEN 'watch_echo_chamber'
            END,
            CASE
                WHEN a.is_completed AND w.pigeonholing <> 'not_enough_information'
                    THEN 'watch_pigeonholing'
            END
        ],
        lambda reason: reason IS NOT NULL
    ) AS known_for
FROM selected_participant($viewer, $selection) AS p
LEFT JOIN shown AS a ON p.participant_id = a.participant_id
LEFT JOIN network AS n ON a.audit_id = n.audit_id
LEFT JOIN contact_summary AS c ON a.audit_id = c.audit_id
LEFT JOIN pattern AS w ON a.audit_id = w.audit_id
LEFT JOIN mentored AS m ON a.audit_id = m.audit_id
ORDER BY p.cohort, natural_order(p.participant_id), p.participant_id
