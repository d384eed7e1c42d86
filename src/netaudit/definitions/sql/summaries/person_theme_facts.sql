/*---
grain = "one row per completed audit of a participant, fact and, where a fact has parts, its part; for the participant alone"
selects = false
parameters = ["participant"]
---*/
-- What a list counts of the subjects people write about. part holds of whole, those with an answer;
-- both are missing where the fact cannot be known. detail is the attribute or the purpose, and of
-- outside the boundary that the programme draws.
WITH mine AS (
    SELECT
        a.audit_id,
        a.wave,
        a.wave_no
    FROM visible_audit($viewer) AS a
    WHERE
        a.participant_id = $participant
        AND $viewer['role'] = 'participant'
        AND a.is_completed
),

contact AS (
    SELECT
        m.audit_id,
        c.contact_no,
        CASE WHEN c.function NOT IN ('unknown', 'not_applicable') THEN c.function END AS function,
        CASE
            WHEN c.seniority NOT IN ('unknown', 'not_applicable') THEN c.seniority = 'more_senior'
        END AS is_senior,
        c.closeness >= 3 AS is_close,
        nullif(c.support_direction, 'unknown') IN ('i_get', 'both') AS gives_support
    FROM mine AS m
    LEFT JOIN core_contact AS c ON m.audit_id = c.audit_id
),

counted AS (
    SELECT
        audit_id,
        count(contact_no) AS contacts,
        count(DISTINCT function) AS functions,
        count(function) AS functions_known,
        count(*) FILTER (WHERE is_senior) AS senior,
        count(is_senior) AS senior_known,
        count(*) FILTER (WHERE is_close) AS close,
        count(is_close) AS close_known,
        count(*) FILTER (WHERE gives_support) AS helpful,
        count(gives_support) AS helpful_known
    FROM contact
    GROUP BY audit_id
),

sponsor AS (
    SELECT
        audit_id,
        count(*) AS sponsors
    FROM mentoring_open
    WHERE receives AND type = 'sponsorship'
    GROUP BY audit_id
),

one_of_a_kind AS (
    SELECT
        m.audit_id,
        unnest(
            [
                struct_pack(fact := 'contacts', part := c.contacts, whole := c.contacts),
                struct_pack(fact := 'functions', part := c.functions, whole := c.functions_known),
                struct_pack(fact := 'senior', part := c.senior, whole := c.senior_known),
                struct_pack(fact := 'close', part := c.close, whole := c.close_known),
                struct_pack(fact := 'helpful', part := c.helpful, whole := c.helpful_known),
                struct_pack(fact := 'future', part := p.future, whole := p.n - p.future_unknown),
                struct_pack(fact := 'fixed', part := p.fixed, whole := p.n - p.fixed_unknown),
                struct_pack(
                    fact := 'tied',
                    part := CASE WHEN n.pairs_known THEN n.ties END,
                    whole := CASE WHEN n.pairs_known THEN n.pairs END
                ),
                struct_pack(fact := 'apart', part := b.open_pairs, whole := b.pairs),
                struct_pack(
                    fact := 'sponsors',
                    part := CASE WHEN f.is_known THEN coalesce(o.sponsors, 0) END,
                    whole := CASE WHEN f.is_known THEN f.mentors END
                )
            ]
        ) AS told
    FROM mine AS m
    INNER JOIN counted AS c ON m.audit_id = c.audit_id
    INNER JOIN pattern_count AS p ON m.audit_id = p.audit_id
    INNER JOIN network AS n ON m.audit_id = n.audit_id
    LEFT JOIN bridging AS b ON m.audit_id = b.audit_id
    LEFT JOIN mentoring_portfolio AS f ON m.audit_id = f.audit_id
    LEFT JOIN sponsor AS o ON m.audit_id = o.audit_id
),

fact AS (
    SELECT
        audit_id,
        told['fact'] AS fact,
        NULL AS detail,
        told['part'] AS part,
        told['whole'] AS whole
    FROM one_of_a_kind
    UNION ALL
    SELECT
        s.audit_id,
        'outside' AS fact,
        t.internal_boundary AS detail,
        s.external AS part,
        s.internal + s.external AS whole
    FROM contact_summary AS s
    CROSS JOIN setting AS t
    UNION ALL
    SELECT
        audit_id,
        'alike' AS fact,
        attribute AS detail,
        n_same AS part,
        n_known AS whole
    FROM similarity
    WHERE is_usable
    UNION ALL
    SELECT
        audit_id,
        'purpose' AS fact,
        purpose AS detail,
        contacts AS part,
        answered AS whole
    FROM purpose_count
)

SELECT
    m.wave,
    m.wave_no,
    f.fact,
    f.detail,
    CAST(f.part AS INTEGER) AS part,
    CAST(f.whole AS INTEGER) AS whole
FROM mine AS m
INNER JOIN fact AS f ON m.audit_id = f.audit_id
ORDER BY m.wave_no, f.fact, f.detail
