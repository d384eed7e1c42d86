-- The audits a viewer may have computed for them: those of the participants they may see.
CREATE OR REPLACE MACRO visible_audit(viewer) AS TABLE
SELECT a.*
FROM audit AS a
WHERE a.participant_id IN (SELECT p.participant_id FROM visible_participant(viewer) AS p);
