/*---
grain = "one row per attribute of contacts that the selected participants answered"
---*/
SELECT
    w.attribute,
    k.has_mix,
    count(DISTINCT a.participant_id) AS participants
FROM selected_audit($viewer, $selection) AS a
INNER JOIN answer_count AS w ON a.audit_id = w.audit_id
INNER JOIN attribute_kind AS k ON w.attribute = k.attribute
WHERE w.is_known
GROUP BY w.attribute, k.has_mix
ORDER BY
    list_position(['affiliation', 'function', 'sector', 'seniority', 'distance'], w.attribute)
    NULLS LAST,
    w.attribute
