-- The visible participants of a selection: a struct of cohort, attribute, category and answered, each
-- NULL where nothing is chosen. attribute is one of participant_attribute's, such as organisation;
-- answered lists waves, all of which a participant has completed.
CREATE OR REPLACE MACRO selected_participant(viewer, selection) AS TABLE
SELECT p.*
FROM visible_participant(viewer) AS p
WHERE
    (selection['cohort'] IS NULL OR p.cohort = selection['cohort'])
    AND (
        selection['attribute'] IS NULL
        OR p.participant_id IN (
            SELECT g.participant_id
            FROM participant_attribute AS g
            WHERE
                g.attribute = selection['attribute']
                AND g.category = selection['category']
        )
    )
    AND (
        selection['answered'] IS NULL
        OR p.participant_id IN (
            SELECT a.participant_id
            FROM audit AS a
            WHERE a.is_completed AND list_contains(selection['answered'], a.wave)
            GROUP BY a.participant_id
            HAVING count(*) = len(selection['answered'])
        )
    );
