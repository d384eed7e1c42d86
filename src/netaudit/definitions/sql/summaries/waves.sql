/*---
grain = "one row per wave that holds an audit the viewer may see, in the programme's order"
---*/
SELECT
    wave,
    wave_no,
    count(*) AS audits,
    count(*) FILTER (WHERE is_completed) AS completed
FROM selected_audit($viewer, $selection)
GROUP BY ALL
ORDER BY wave_no
