-- The completed audits of a selection in which the roster question was answered, of participants who
-- consent to matching. It was asked at a wave if anybody of the cohort has a row of it there; whoever
-- completed that audit without one knows nobody on the roster.
CREATE OR REPLACE MACRO selected_roster_audit(viewer, selection) AS TABLE
SELECT
    a.audit_id,
    a.participant_id,
    a.cohort,
    a.wave,
    a.wave_no
FROM selected_audit(viewer, selection) AS a
INNER JOIN participants AS p ON a.participant_id = p.participant_id
WHERE
    a.is_completed
    AND p.consent_matching = 'yes'
    AND (a.cohort, a.wave) IN (
        SELECT
            e.cohort,
            t.wave
        FROM cohort_ties AS t
        INNER JOIN participants AS e ON t.participant_id = e.participant_id
    );
