/*---
grain = "one row per participant who has not left: why to talk to them, weightiest reason first, and how their follow-up stands"
parameters = ["now", "today", "followed"]
---*/
-- The selection comes without a wave. followed is the ledger's entries in force (JSON). What
-- is known is read from the latest answers up to the wave. standing: to_talk, waiting for a day, quiet
-- since it was done, or none. A follow-up that is done stays quiet as long as nothing comes up that had
-- not spoken for it by then. For coordinators alone.
WITH entry AS (
    SELECT
        unnest(
            from_json(
                $followed,
                '[{
                    "participant_id": "VARCHAR",
                    "status": "VARCHAR",
                    "waits_until": "DATE",
                    "reasons": ["VARCHAR"],
                    "written_on": "DATE"
                }]'
            ),
            recursive := TRUE
        )
),

person AS (
    SELECT p.*
    FROM selected_participant($viewer, $selection) AS p
    WHERE $viewer['role'] = 'coordinator' AND p.status IS DISTINCT FROM 'withdrawn'
),

opened AS (
    SELECT
        a.*,
        a.wave = $now AS is_now
    FROM visible_audit($viewer) AS a
    INNER JOIN wave_order AS w ON w.wave = $now AND a.wave_no <= w.wave_no
),

latest AS (
    SELECT *
    FROM opened
    WHERE is_completed
    QUALIFY row_number() OVER (PARTITION BY participant_id ORDER BY wave_no DESC) = 1
),

mentored AS (
    SELECT
        o.participant_id,
        o.wave,
        m.mentors,
        m.has_sponsor
    FROM opened AS o
    INNER JOIN mentoring_portfolio AS m ON o.audit_id = m.audit_id
    WHERE m.is_known
    QUALIFY row_number() OVER (PARTITION BY o.participant_id ORDER BY o.wave_no DESC) = 1
),

planned AS (
    SELECT
        o.participant_id,
        o.wave,
        count(t.action_id) AS actions,
        count(*) FILTER (
            WHERE due_state(t.status, t.due_on, t.closed_on, $today) = 'overdue'
        ) AS overdue,
        min(t.due_on) FILTER (
            WHERE due_state(t.status, t.due_on, t.closed_on, $today) = 'overdue'
        ) AS since
    FROM opened AS o
    INNER JOIN topic_answer AS q ON o.audit_id = q.audit_id AND q.topic = 'actions'
    LEFT JOIN action_to_date AS t ON o.audit_id = t.audit_id
    GROUP BY o.participant_id, o.wave, o.wave_no
    QUALIFY row_number() OVER (PARTITION BY o.participant_id ORDER BY o.wave_no DESC) = 1
),

shown_before AS (
    SELECT
        o.audit_id,
        s.pattern,
        lag(s.display) OVER (
            PARTITION BY o.participant_id, s.pattern ORDER BY o.wave_no
        ) AS before
    FROM opened AS o
    INNER JOIN pattern_state AS s ON o.audit_id = s.audit_id
    WHERE o.is_completed
),

reason AS (
    SELECT
        e.participant_id,
        'step_due' AS reason,
        NULL AS about,
        NULL AS wave,
        100 AS weight,
        NULL AS number,
        e.waits_until AS since,
        NULL AS evidence
    FROM entry AS e
    WHERE e.waits_until <= $today
    UNION ALL
    SELECT
        l.participant_id,
        CASE
            WHEN b.before IS NULL OR b.before = 'watch' THEN 'watch' ELSE 'new_watch'
        END AS reason,
        s.pattern AS about,
        l.wave,
        CASE WHEN b.before IS NULL OR b.before = 'watch' THEN 2 ELSE 3 END
        - CAST(s.basis = 'own' AS INTEGER) AS weight,
        NULL AS number,
        NULL AS since,
        CASE WHEN s.basis <> 'own' THEN s.evidence END AS evidence
    FROM latest AS l
    INNER JOIN pattern_state AS s ON l.audit_id = s.audit_id AND s.display = 'watch'
    INNER JOIN shown_before AS b ON s.audit_id = b.audit_id AND s.pattern = b.pattern
    UNION ALL
    SELECT
        p.participant_id,
        'not_answered' AS reason,
        CASE WHEN o.audit_id IS NOT NULL THEN 'opened' END AS about,
        $now AS wave,
        3 AS weight,
        NULL AS number,
        NULL AS since,
        NULL AS evidence
    FROM person AS p
    LEFT JOIN opened AS o ON p.participant_id = o.participant_id AND o.is_now
    WHERE NOT coalesce(o.is_completed, FALSE)
    UNION ALL
    SELECT
        participant_id,
        'overdue' AS reason,
        NULL AS about,
        wave,
        2 AS weight,
        overdue AS number,
        since,
        NULL AS evidence
    FROM planned
    WHERE overdue > 0
    UNION ALL
    SELECT
        l.participant_id,
        'no_external' AS reason,
        NULL AS about,
        l.wave,
        2 AS weight,
        c.internal AS number,
        NULL AS since,
        NULL AS evidence
    FROM latest AS l
    INNER JOIN contact_summary AS c ON l.audit_id = c.audit_id
    WHERE c.internal > 0 AND c.external = 0
    UNION ALL
    SELECT
        participant_id,
        CASE WHEN mentors = 0 THEN 'no_mentor' ELSE 'no_sponsor' END AS reason,
        NULL AS about,
        wave,
        CASE WHEN mentors = 0 THEN 2 ELSE 1 END AS weight,
        mentors AS number,
        NULL AS since,
        NULL AS evidence
    FROM mentored
    WHERE mentors = 0 OR NOT has_sponsor
    UNION ALL
    SELECT
        participant_id,
        'no_action' AS reason,
        NULL AS about,
        wave,
        1 AS weight,
        NULL AS number,
        NULL AS since,
        NULL AS evidence
    FROM planned
    WHERE actions = 0
),

-- A pattern is the same matter whether it is new or not, and comes up anew with each wave.
matter AS (
    SELECT
        *,
        concat_ws('@', replace(reason, 'new_', ''), about, wave) AS key
    FROM reason
),

reasons AS (
    SELECT
        participant_id,
        list(
            struct_pack(
                reason := reason,
                about := about,
                wave := wave,
                number := number,
                since := since,
                evidence := evidence
            )
            ORDER BY weight DESC, reason ASC, about ASC
        ) AS reasons,
        list(key ORDER BY key) FILTER (WHERE reason <> 'step_due') AS keys,
        sum(weight) AS need
    FROM matter
    GROUP BY participant_id
)

SELECT
    p.participant_id,
    p.name,
    p.email,
    p.cohort,
    p.organisation,
    r.reasons,
    coalesce(r.keys, []) AS keys,
    CASE
        WHEN e.status = 'done' AND list_has_all(e.reasons, coalesce(r.keys, [])) THEN 'quiet'
        WHEN e.status <> 'done' AND e.waits_until > $today THEN 'waiting'
        WHEN r.reasons IS NOT NULL OR e.status <> 'done' THEN 'to_talk'
        ELSE 'none'
    END AS standing,
    CASE WHEN standing = 'waiting' THEN e.waits_until END AS waits_until
FROM person AS p
LEFT JOIN reasons AS r ON p.participant_id = r.participant_id
LEFT JOIN entry AS e ON p.participant_id = e.participant_id
ORDER BY
    list_position(['to_talk', 'waiting', 'quiet', 'none'], standing) ASC,
    r.need DESC NULLS LAST,
    e.written_on ASC NULLS FIRST,
    p.cohort ASC,
    natural_order(p.participant_id) ASC,
    p.participant_id ASC
