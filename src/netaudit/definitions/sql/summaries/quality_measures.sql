/*---
grain = "one row per measure that at least one of the selected audits has a value of"
---*/
SELECT
    m.measure,
    count(DISTINCT a.audit_id) AS audits
FROM selected_audit($viewer, $selection) AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
WHERE m.value IS NOT NULL
GROUP BY m.measure
ORDER BY m.measure
