/*---
grain = "one row per participant and mentoring relationship they ever told of: the number that stands for it"
---*/
-- The same number at every wave; codes that end in a number keep its order (m2 before m10).
WITH told AS (
    SELECT
        m.participant_id,
        m.mentoring_id,
        min(w.wave_no) AS first_wave_no
    FROM mentoring AS m
    INNER JOIN wave_order AS w ON m.wave = w.wave
    GROUP BY m.participant_id, m.mentoring_id
)

SELECT
    participant_id,
    mentoring_id,
    CAST(
        row_number() OVER (
            PARTITION BY participant_id
            ORDER BY first_wave_no, natural_order(mentoring_id), mentoring_id
        ) AS INTEGER
    ) AS relationship
FROM told
ORDER BY participant_id, relationship
