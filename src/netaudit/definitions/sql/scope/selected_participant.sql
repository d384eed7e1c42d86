-- The visible participants of a selection: a struct of cohort, attribute and category, each NULL
-- where nothing is chosen. attribute is one of participant_attribute's, such as organisation.
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
    );
