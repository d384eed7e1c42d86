/*---
grain = "one row per wave: how many are expected to answer, have answered, and how completely"
parameters = ["lately"]
---*/
-- The selection comes without a wave. Nobody waits for the answers of somebody who withdrew, but those
-- they gave count. lately is the first day of what counts as recent.
WITH held_wave AS (
    SELECT DISTINCT
        wave,
        wave_no
    FROM selected_audit($viewer, $selection)
),

listed AS (
    SELECT a.audit_id
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN core_contact AS c ON a.audit_id = c.audit_id
    GROUP BY a.audit_id
    HAVING count(*) >= 2
),

person AS (
    SELECT
        w.wave,
        w.wave_no,
        a.completed_on,
        a.contacts_status,
        a.ties_status,
        a.self_birds_of_a_feather,
        a.self_network_lag,
        a.self_echo_chamber,
        a.self_pigeonholing,
        a.audit_id IS NOT NULL AS is_opened,
        coalesce(a.is_completed, FALSE) AS has_answered,
        l.audit_id IS NOT NULL AS has_pairs
    FROM held_wave AS w
    CROSS JOIN selected_participant($viewer, $selection) AS p
    LEFT JOIN visible_audit($viewer) AS a
        ON p.participant_id = a.participant_id AND w.wave = a.wave
    LEFT JOIN listed AS l ON a.audit_id = l.audit_id
    WHERE a.is_completed OR p.status IS DISTINCT FROM 'withdrawn'
)

SELECT
    wave,
    wave_no,
    count(*) AS expected,
    count(*) FILTER (WHERE is_opened) AS opened,
    count(*) FILTER (WHERE has_answered) AS answered,
    count(*) FILTER (WHERE has_answered AND completed_on >= $lately) AS answered_lately,
    min(completed_on) FILTER (WHERE has_answered) AS first_on,
    max(completed_on) FILTER (WHERE has_answered) AS last_on,
    count(*) FILTER (
        WHERE has_answered AND contacts_status IN ('complete', 'none_to_name')
    ) AS whole_lists,
    count(*) FILTER (WHERE has_answered AND has_pairs) AS with_pairs,
    count(*) FILTER (
        WHERE
            has_answered
            AND has_pairs
            AND ties_status IN ('all_pairs_asked', 'positive_only_complete')
    ) AS whole_ties,
    count(*) FILTER (
        WHERE
            has_answered
            AND self_birds_of_a_feather IS NOT NULL
            AND self_network_lag IS NOT NULL
            AND self_echo_chamber IS NOT NULL
            AND self_pigeonholing IS NOT NULL
    ) AS rated
FROM person
GROUP BY wave, wave_no
ORDER BY wave_no
