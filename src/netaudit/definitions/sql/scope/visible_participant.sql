-- The participants a viewer may have computed for them, those without any audit included. Every
-- summary starts from here. viewer is a struct of role, cohorts (NULL = every cohort) and participant.
-- An evaluator asks in the schema pseudonymous, where participants has codes for ids and no names.
CREATE OR REPLACE MACRO visible_participant(viewer) AS TABLE
SELECT p.*
FROM participants AS p
WHERE
    CASE viewer['role']
        WHEN 'participant' THEN p.participant_id = viewer['participant']
        WHEN 'coordinator'
            THEN viewer['cohorts'] IS NULL OR list_contains(viewer['cohorts'], p.cohort)
        WHEN 'evaluator'
            THEN viewer['cohorts'] IS NULL OR list_contains(viewer['cohorts'], p.cohort)
        ELSE FALSE
    END;
