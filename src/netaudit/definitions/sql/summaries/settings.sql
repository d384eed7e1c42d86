/*---
grain = "one row: the programme's settings"
selects = false
whole_programme = true
---*/
SELECT * FROM setting
