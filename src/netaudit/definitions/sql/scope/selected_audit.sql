-- The visible audits of a selection: cohort, attribute and category as in selected_participant,
-- and wave; NULL where nothing is chosen.
CREATE OR REPLACE MACRO selected_audit(viewer, selection) AS TABLE
SELECT a.*
FROM visible_audit(viewer) AS a
WHERE
    (selection['wave'] IS NULL OR a.wave = selection['wave'])
    AND a.participant_id IN (
        SELECT p.participant_id FROM selected_participant(viewer, selection) AS p
    );
