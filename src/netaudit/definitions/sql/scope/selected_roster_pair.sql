-- Every two participants of one cohort who both answered the roster question at a wave, and for each
-- relation whether one and whether the other says so. The relation any stands for all of them:
-- whoever asked another for advice knows them.
CREATE OR REPLACE MACRO selected_roster_pair(viewer, selection) AS TABLE
WITH said AS (
    SELECT
        t.participant_id,
        t.other_participant_id,
        t.wave,
        unnest([t.relation, 'any']) AS relation
    FROM cohort_ties AS t
),

kind AS (
    SELECT unnest(['any', 'sought_advice', 'worked_together', 'introduced_someone']) AS relation
)

SELECT
    a.cohort,
    a.wave,
    a.wave_no,
    a.participant_id,
    b.participant_id AS other_participant_id,
    r.relation,
    EXISTS (
        FROM said AS s
        WHERE
            a.participant_id = s.participant_id
            AND b.participant_id = s.other_participant_id
            AND a.wave = s.wave
            AND r.relation = s.relation
    ) AS one_says,
    EXISTS (
        FROM said AS s
        WHERE
            b.participant_id = s.participant_id
            AND a.participant_id = s.other_participant_id
            AND a.wave = s.wave
            AND r.relation = s.relation
    ) AS other_says
FROM selected_roster_audit(viewer, selection) AS a
INNER JOIN selected_roster_audit(viewer, selection) AS b
    ON a.cohort = b.cohort AND a.wave = b.wave AND a.participant_id < b.participant_id
CROSS JOIN kind AS r;
