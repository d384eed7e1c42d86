-- What participants call their contacts, for those who may see it: each participant their own, and
-- coordinators those of the participants who share them; all of them go only to whoever has the
-- workspace's files in hand anyway, for a complete export. Nothing else reads the labels. An evaluator
-- gets none: by the role, and because no code of theirs is an id of that table.
CREATE OR REPLACE MACRO visible_label(viewer) AS TABLE
SELECT l.*
FROM private.contact_labels AS l
INNER JOIN visible_participant(viewer) AS p ON l.participant_id = p.participant_id
WHERE
    viewer['role'] = 'participant'
    OR (
        viewer['role'] = 'coordinator'
        AND (p.share_with_coordinator = 'yes' OR viewer['has_files'])
    );
