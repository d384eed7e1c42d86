/*---
grain = "one row per participant and wave that figures can rest on, and one per participant enrolled, without a wave: a sign of what was answered"
---*/
-- The signs are compared with those of earlier releases, and never shown: they differ as soon as a
-- measure, a pattern, a group, what is said of mentoring or the place of a contact on a scale does,
-- since figures that leave the team rest on these. iqv hangs on what others answered.
WITH completed AS (
    SELECT
        audit_id,
        participant_id,
        wave
    FROM selected_audit($viewer, $selection)
    WHERE is_completed
),

said AS (
    SELECT
        c.audit_id,
        concat_ws(':', m.measure, m.attribute, round(m.value, 9)) AS words
    FROM completed AS c
    INNER JOIN measure_value AS m ON c.audit_id = m.audit_id
    WHERE m.value IS NOT NULL AND m.measure <> 'iqv'
    UNION ALL
    SELECT
        c.audit_id,
        concat_ws(':', s.pattern, s.display) AS words
    FROM completed AS c
    INNER JOIN pattern_state AS s ON c.audit_id = s.audit_id
    UNION ALL
    SELECT
        c.audit_id,
        concat_ws(':', g.attribute, g.category) AS words
    FROM completed AS c
    INNER JOIN participant_attribute AS g ON c.participant_id = g.participant_id
    UNION ALL
    SELECT
        c.audit_id,
        concat_ws(':', 'mentoring', m.item, coalesce(m.code, '')) AS words
    FROM completed AS c
    INNER JOIN mentoring_statement AS m ON c.audit_id = m.audit_id
    UNION ALL
    SELECT
        c.audit_id,
        concat_ws(
            ':',
            'contact',
            coalesce(CAST(k.closeness AS VARCHAR), ''),
            coalesce(CAST(k.years_known AS VARCHAR), ''),
            coalesce(CAST(k.last_contact_days AS VARCHAR), '')
        ) AS words
    FROM completed AS c
    INNER JOIN core_contact AS k ON c.audit_id = k.audit_id
)

SELECT
    c.participant_id,
    c.wave,
    md5(coalesce(string_agg(s.words, '|' ORDER BY s.words), '')) AS sign
FROM completed AS c
LEFT JOIN said AS s ON c.audit_id = s.audit_id
GROUP BY c.participant_id, c.wave
UNION ALL
SELECT
    p.participant_id,
    NULL AS wave,
    '' AS sign
FROM selected_participant($viewer, $selection) AS p
ORDER BY wave NULLS FIRST, participant_id
