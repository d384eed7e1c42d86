-- The audits of a selection that figures on change rest on. A comparison cohort's are among them only
-- where that cohort is chosen: its people are not in the programme.
CREATE OR REPLACE MACRO selected_programme_audit(viewer, selection) AS TABLE
SELECT a.*
FROM selected_audit(viewer, selection) AS a
LEFT JOIN declared_cohort AS d ON a.cohort = d.cohort
WHERE selection['cohort'] IS NOT NULL OR coalesce(d.arm, 'programme') = 'programme';
