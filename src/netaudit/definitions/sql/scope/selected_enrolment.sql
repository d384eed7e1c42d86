-- How many people of each cohort are enrolled, within a selection. A declared number counts for whole
-- cohorts only: nobody says how many of them belong to a group, and whoever answered is told by name.
CREATE OR REPLACE MACRO selected_enrolment(viewer, selection) AS TABLE
SELECT
    p.cohort,
    CASE
        WHEN selection['attribute'] IS NULL AND selection['answered'] IS NULL
            THEN greatest(count(*), coalesce(any_value(d.enrolled), 0))
        ELSE count(*)
    END AS enrolled
FROM selected_participant(viewer, selection) AS p
LEFT JOIN declared_cohort AS d ON p.cohort = d.cohort
GROUP BY p.cohort;
