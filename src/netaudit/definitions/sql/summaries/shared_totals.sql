/*---
grain = "one row: how far those who consent to matching name the same people at one wave"
---*/
-- The people most leaned on are the three named by most, with everybody tied with the third; only
-- those named by several are among them. Shares of nothing are NULL.
WITH answered AS (
    SELECT
        count(*) AS completed,
        count(*) FILTER (WHERE p.consent_matching = 'yes') AS participants
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN participants AS p ON a.participant_id = p.participant_id
    WHERE a.is_completed
),

mention AS (
    FROM selected_mention($viewer, $selection)
),

person AS (
    SELECT
        person,
        count(*) AS named_by,
        row_number() OVER (ORDER BY count(*) DESC) AS place
    FROM mention
    GROUP BY person
),

third AS (
    SELECT min(named_by) AS named_by
    FROM person
    WHERE place <= 3
),

leaned_on AS (
    SELECT person
    FROM person
    WHERE named_by >= 2 AND named_by >= (SELECT t.named_by FROM third AS t)
),

leaning AS (
    SELECT
        count(*) AS mentions,
        count(DISTINCT m.audit_id) AS participants
    FROM mention AS m
    SEMI JOIN leaned_on AS l ON m.person = l.person
),

overlap AS (
    SELECT DISTINCT
        a.audit_id,
        b.audit_id AS other_audit_id
    FROM mention AS a
    INNER JOIN mention AS b
        ON a.person = b.person AND a.cohort = b.cohort AND a.audit_id < b.audit_id
),

overlapping AS (
    SELECT count(*) AS pairs
    FROM overlap
),

named AS (
    SELECT
        CAST(coalesce(sum(named_by), 0) AS INTEGER) AS mentions,
        count(*) AS people,
        count(*) FILTER (WHERE named_by >= 2) AS shared,
        max(named_by) AS most,
        sum(named_by * named_by) / nullif(sum(named_by) * sum(named_by), 0) AS concentration,
        sum(named_by) * sum(named_by) / nullif(sum(named_by * named_by), 0) AS effective
    FROM person
)

SELECT
    a.completed,
    a.participants,
    n.mentions,
    n.people,
    n.shared,
    n.most,
    (SELECT count(*) FROM leaned_on) AS leaned_on,
    l.mentions AS leaning_mentions,
    l.participants AS leaning_participants,
    n.concentration,
    n.effective,
    o.pairs AS overlapping,
    CAST(a.participants * (a.participants - 1) / 2 AS INTEGER) AS pairs
FROM answered AS a
CROSS JOIN named AS n
CROSS JOIN leaning AS l
CROSS JOIN overlapping AS o
