/*---
grain = "one row per topic that participants who agree to be introduced could meet about"
---*/
SELECT
    t.kind,
    t.topic,
    count(*) FILTER (WHERE t.offers AND NOT t.needs) AS offer,
    count(*) FILTER (WHERE t.needs) AS seek
FROM introduction_topic($viewer, $selection) AS t
WHERE t.kind IN ('purpose', 'sector', 'resource', 'function')
GROUP BY t.kind, t.topic
ORDER BY list_position(['purpose', 'sector', 'resource', 'function'], t.kind), t.topic
