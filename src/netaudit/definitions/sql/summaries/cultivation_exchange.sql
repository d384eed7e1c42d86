/*---
grain = "one row per format and role in it that anybody named at one wave"
---*/
SELECT
    e.format,
    e.role,
    count(DISTINCT a.audit_id) AS participants
FROM selected_audit($viewer, $selection) AS a
INNER JOIN exchange AS e ON a.participant_id = e.participant_id AND a.wave = e.wave
GROUP BY e.format, e.role
ORDER BY list_position(['gathering', 'newsletter', 'forum', 'roundtable', 'other'], e.format),
    list_position(['organise', 'contribute', 'attend'], e.role)
