/*---
grain = "one row per two completed audits of a participant, a later and an earlier, and property of contacts: how its share changed, and through whom"
selects = false
parameters = ["participant"]
---*/
-- With s the share of contacts who have the property and r the same among those on both lists:
-- change = s_now - s_before = entry (s_now - r_now) + status (r_now - r_before) + exit (r_before -
-- s_before). Contacts without the answer are in no share. A list below five contacts gives counts
-- alone, since one contact would move a share by 20 points or more; so does a fifth of the answers
-- missing at either wave, since the gaps would pass for a change. Without anybody on both lists
-- whose answer is known the change has no parts.
WITH completed AS (
    SELECT *
    FROM visible_audit($viewer)
    WHERE participant_id = $participant AND is_completed
),

compared AS (
    SELECT
        w.audit_id,
        w.wave,
        w.wave_no,
        b.audit_id AS earlier_id,
        b.wave AS earlier_wave,
        b.wave_no AS earlier_wave_no,
        b.wave_no = max(b.wave_no) OVER (PARTITION BY w.audit_id) AS is_previous
    FROM completed AS w
    INNER JOIN completed AS b ON w.wave_no > b.wave_no
),

described AS (
    SELECT
        audit_id,
        contact_id,
        is_internal AS internal,
        list_contains(string_split(purposes, '|'), 'operational') AS operational,
        list_contains(string_split(purposes, '|'), 'personal') AS personal,
        list_contains(string_split(purposes, '|'), 'strategic') AS strategic,
        closeness <= 2 AS less_close
    FROM core_contact
),

answer AS (
    SELECT
        audit_id,
        contact_id,
        property,
        holds
    FROM described
    UNPIVOT INCLUDE NULLS (
        holds FOR property IN (internal, operational, personal, strategic, less_close)
    )
),

member AS (
    SELECT
        p.audit_id,
        p.earlier_id,
        c.property,
        'now' AS list,
        c.holds,
        k.contact_id IS NOT NULL AS is_kept
    FROM compared AS p
    INNER JOIN answer AS c ON p.audit_id = c.audit_id
    LEFT JOIN core_contact AS k ON p.earlier_id = k.audit_id AND c.contact_id = k.contact_id
    UNION ALL
    SELECT
        p.audit_id,
        p.earlier_id,
        c.property,
        'before' AS list,
        c.holds,
        k.contact_id IS NOT NULL AS is_kept
    FROM compared AS p
    INNER JOIN answer AS c ON p.earlier_id = c.audit_id
    LEFT JOIN core_contact AS k ON p.audit_id = k.audit_id AND c.contact_id = k.contact_id
),

counted AS (
    SELECT
        audit_id,
        earlier_id,
        property,
        count(*) FILTER (WHERE list = 'before') AS size_before,
        count(*) FILTER (WHERE list = 'now') AS size_now,
        count(*) FILTER (WHERE list = 'now' AND is_kept) AS kept,
        count(holds) FILTER (WHERE list = 'before') AS known_before,
        count(holds) FILTER (WHERE list = 'now') AS known_now,
        count(holds) FILTER (WHERE list = 'before' AND is_kept) AS kept_known_before,
        count(holds) FILTER (WHERE list = 'now' AND is_kept) AS kept_known_now,
        count(*) FILTER (WHERE list = 'before' AND holds) AS with_before,
        count(*) FILTER (WHERE list = 'now' AND holds) AS with_now,
        count(*) FILTER (WHERE list = 'before' AND holds AND is_kept) AS kept_with_before,
        count(*) FILTER (WHERE list = 'now' AND holds AND is_kept) AS kept_with_now
    FROM member
    GROUP BY audit_id, earlier_id, property
),

shared AS (
    SELECT
        *,
        size_before >= 5 AND size_now >= 5 AS is_enough,
        size_before >= 5
        AND size_now >= 5
        AND known_before * 5 > size_before * 4
        AND known_now * 5 > size_now * 4 AS is_told,
        with_before / nullif(known_before, 0) AS share_before,
        with_now / nullif(known_now, 0) AS share_now,
        kept_with_before / nullif(kept_known_before, 0) AS kept_share_before,
        kept_with_now / nullif(kept_known_now, 0) AS kept_share_now
    FROM counted
)

SELECT
    p.wave,
    p.wave_no,
    p.earlier_wave,
    p.earlier_wave_no,
    p.is_previous,
    s.property,
    s.size_before,
    s.size_now,
    s.kept,
    s.known_before,
    s.known_now,
    s.with_before,
    s.with_now,
    s.kept_known_before,
    s.kept_known_now,
    s.kept_with_before,
    s.kept_with_now,
    s.is_enough,
    CASE WHEN s.is_told THEN s.share_now - s.share_before END AS change,
    CASE
        WHEN s.is_told AND s.kept_share_before IS NOT NULL THEN s.share_now - s.kept_share_now
    END AS entry,
    CASE WHEN s.is_told THEN s.kept_share_now - s.kept_share_before END AS status,
    CASE
        WHEN s.is_told AND s.kept_share_now IS NOT NULL THEN s.kept_share_before - s.share_before
    END AS exit
FROM shared AS s
INNER JOIN compared AS p ON s.audit_id = p.audit_id AND s.earlier_id = p.earlier_id
ORDER BY p.wave_no, p.earlier_wave_no, s.property
