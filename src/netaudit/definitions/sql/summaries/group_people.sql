/*---
grain = "one row per participant who agrees to be introduced, and could offer or seeks one topic"
parameters = ["kind", "topic"]
---*/
-- formats are those that the participant organises or contributes to, and brings_together says that
-- they start a community or take an active part in events, as their latest completed audit has it.
WITH latest AS (
    SELECT
        a.participant_id,
        a.wave
    FROM visible_audit($viewer) AS a
    WHERE a.is_completed
    QUALIFY row_number() OVER (PARTITION BY a.participant_id ORDER BY a.wave_no DESC) = 1
),

hosting AS (
    SELECT
        l.participant_id,
        list(DISTINCT e.format ORDER BY e.format) AS formats
    FROM latest AS l
    INNER JOIN exchange AS e ON l.participant_id = e.participant_id AND l.wave = e.wave
    WHERE e.role IN ('organise', 'contribute')
    GROUP BY l.participant_id
),

active AS (
    SELECT DISTINCT l.participant_id
    FROM latest AS l
    INNER JOIN activities AS t ON l.participant_id = t.participant_id AND l.wave = t.wave
    WHERE
        t.activity IN ('own_community', 'active_role_at_events') AND t.status IN ('doing', 'done')
)

SELECT
    p.participant_id,
    p.name,
    nullif(p.organisation, 'unknown') AS organisation,
    nullif(p.function, 'unknown') AS function,
    t.contacts,
    t.is_own,
    t.offers,
    t.needs,
    coalesce(h.formats, []) AS formats,
    a.participant_id IS NOT NULL AS brings_together
FROM introduction_topic($viewer, $selection) AS t
INNER JOIN participants AS p ON t.participant_id = p.participant_id
LEFT JOIN hosting AS h ON t.participant_id = h.participant_id
LEFT JOIN active AS a ON t.participant_id = a.participant_id
WHERE t.kind = $kind AND t.topic = $topic AND (t.offers OR t.needs)
ORDER BY t.offers DESC, t.is_own DESC, t.contacts DESC, natural_order(p.participant_id) ASC,
    p.participant_id ASC
