/*---
grain = "one row per audit with answers on actions, and action recorded by then: how it was last recorded"
needs = ["audit", "topic_answer"]
---*/
-- What was done or dropped at one wave is often not written down again at the next, so an audit's
-- plan holds every action of the participant up to its wave.
SELECT
    now.audit_id,
    t.action_id,
    min(earlier.wave_no) OVER every_record AS first_no,
    earlier.wave_no AS last_no,
    earlier.audit_id = now.audit_id AS is_recorded_now,
    t.first_step = 'yes' AS is_first_step,
    t.purpose,
    t.activity,
    t.pattern,
    t.due_on,
    t.status,
    t.closed_on,
    coalesce(t.status IN ('planned', 'in_progress'), TRUE) AS is_open
FROM topic_answer AS q
INNER JOIN audit AS now ON q.audit_id = now.audit_id
INNER JOIN audit AS earlier
    ON now.participant_id = earlier.participant_id AND now.wave_no >= earlier.wave_no
INNER JOIN actions AS t ON earlier.participant_id = t.participant_id AND earlier.wave = t.wave
WHERE q.topic = 'actions'
WINDOW every_record AS (PARTITION BY now.audit_id, t.action_id)
QUALIFY row_number() OVER (PARTITION BY now.audit_id, t.action_id ORDER BY earlier.wave_no DESC) = 1
ORDER BY now.audit_id, t.action_id
