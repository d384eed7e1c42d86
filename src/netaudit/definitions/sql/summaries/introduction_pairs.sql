/*---
grain = "one row per two participants who agree to be introduced, do not know each other, and of whom one at least could offer something that the other lacks"
---*/
-- gains are the topics that the first lacks and the other could offer, other_gains the opposite; of a
-- function, sector or resource the two with most contacts behind them. worth counts each purpose,
-- and each other kind once.
WITH topic AS (
    FROM introduction_topic($viewer, $selection)
),

-- Whoever ever said so on the roster, or listed the other as a contact, knows them.
acquainted AS (
    SELECT
        participant_id,
        other_participant_id
    FROM cohort_ties
    UNION
    SELECT
        participant_id,
        is_participant_id AS other_participant_id
    FROM contacts
    WHERE is_participant_id IS NOT NULL
),

gain AS (
    SELECT
        n.participant_id,
        o.participant_id AS from_participant_id,
        n.cohort,
        n.kind,
        n.topic
    FROM topic AS n
    INNER JOIN topic AS o
        ON
            n.cohort = o.cohort
            AND n.kind = o.kind
            AND n.topic = o.topic
            AND n.participant_id <> o.participant_id
    WHERE n.needs AND o.offers
    QUALIFY row_number() OVER (
        PARTITION BY n.participant_id, o.participant_id, n.kind
        ORDER BY o.is_own DESC, o.contacts DESC, n.topic ASC
    ) <= CASE WHEN n.kind = 'purpose' THEN 3 ELSE 2 END
),

gained AS (
    SELECT
        participant_id,
        from_participant_id,
        any_value(cohort) AS cohort,
        count(DISTINCT CASE WHEN kind = 'purpose' THEN topic ELSE kind END) AS worth,
        list(struct_pack(kind := kind, topic := topic) ORDER BY kind, topic) AS topics
    FROM gain
    GROUP BY participant_id, from_participant_id
),

pair AS (
    SELECT
        least(participant_id, from_participant_id) AS one,
        greatest(participant_id, from_participant_id) AS other,
        any_value(cohort) AS cohort,
        sum(worth) AS worth,
        count(*) = 2 AS is_mutual,
        any_value(topics) FILTER (WHERE participant_id < from_participant_id) AS gains,
        any_value(topics) FILTER (WHERE participant_id > from_participant_id) AS other_gains
    FROM gained
    GROUP BY one, other
)

SELECT
    p.one AS participant_id,
    p.other AS other_participant_id,
    p.cohort,
    CAST(p.worth AS INTEGER) AS worth,
    p.is_mutual,
    coalesce(p.gains, []) AS gains,
    coalesce(p.other_gains, []) AS other_gains
FROM pair AS p
WHERE
    (p.one, p.other) NOT IN (
        SELECT
            k.participant_id,
            k.other_participant_id
        FROM acquainted AS k
    )
    AND (p.other, p.one) NOT IN (
        SELECT
            k.participant_id,
            k.other_participant_id
        FROM acquainted AS k
    )
ORDER BY p.is_mutual DESC, p.worth DESC, p.one ASC, p.other ASC
