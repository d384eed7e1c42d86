-- The audits a viewer may have computed for them. Every summary starts from here.
-- viewer is a struct of role, cohorts (NULL = every cohort) and participant.
CREATE OR REPLACE MACRO visible_audit(viewer) AS TABLE
SELECT a.*
FROM audit AS a
WHERE
    CASE viewer['role']
        WHEN 'participant' THEN a.participant_id = viewer['participant']
        WHEN 'coordinator'
            THEN viewer['cohorts'] IS NULL OR list_contains(viewer['cohorts'], a.cohort)
        WHEN 'evaluator'
            THEN viewer['cohorts'] IS NULL OR list_contains(viewer['cohorts'], a.cohort)
        ELSE FALSE
    END;
