-- How far two yes-or-no judgements of the same n people agree, from the table of two by two: both yes,
-- only the one, only the other, neither. NULL where the two margins leave nothing to chance.

CREATE OR REPLACE MACRO chance_agreement(both_yes, one_only, other_only, neither) AS
    (
        CAST(both_yes + one_only AS DOUBLE) * (both_yes + other_only)
        + CAST(other_only + neither AS DOUBLE) * (one_only + neither)
    ) / nullif(pow(both_yes + one_only + other_only + neither, 2), 0);

-- Cohen (1960).
CREATE OR REPLACE MACRO kappa(both_yes, one_only, other_only, neither) AS
    (
        CAST(both_yes + neither AS DOUBLE)
        / nullif(both_yes + one_only + other_only + neither, 0)
        - chance_agreement(both_yes, one_only, other_only, neither)
    ) / nullif(1 - chance_agreement(both_yes, one_only, other_only, neither), 0);

-- Its standard error for large samples (Fleiss, Cohen & Everitt 1969); k and e are kappa and the
-- agreement by chance.
CREATE OR REPLACE MACRO kappa_error_of(both_yes, one_only, other_only, neither, n, k, e) AS
    sqrt(
        greatest(
            0.0,
            both_yes / n * pow(1 - (2 * both_yes + one_only + other_only) / n * (1 - k), 2)
            + neither / n * pow(1 - (2 * neither + one_only + other_only) / n * (1 - k), 2)
            + pow(1 - k, 2) * (
                one_only / n * pow((both_yes + other_only + other_only + neither) / n, 2)
                + other_only / n * pow((one_only + neither + both_yes + one_only) / n, 2)
            )
            - pow(k - e * (1 - k), 2)
        )
    ) / (nullif(1 - e, 0) * sqrt(n));

CREATE OR REPLACE MACRO kappa_error(both_yes, one_only, other_only, neither) AS
    kappa_error_of(
        both_yes,
        one_only,
        other_only,
        neither,
        CAST(nullif(both_yes + one_only + other_only + neither, 0) AS DOUBLE),
        kappa(both_yes, one_only, other_only, neither),
        chance_agreement(both_yes, one_only, other_only, neither)
    );

-- The 95 % interval, from the table with one added to each cell: with the table as it stands it is too
-- narrow below a hundred people, and has no width at all where everybody agrees (docs/statistics.md).
CREATE OR REPLACE MACRO kappa_middle(both_yes, one_only, other_only, neither) AS
    kappa(both_yes + 1, one_only + 1, other_only + 1, neither + 1);

CREATE OR REPLACE MACRO kappa_reach(both_yes, one_only, other_only, neither) AS
    1.959963984540054 * kappa_error(both_yes + 1, one_only + 1, other_only + 1, neither + 1);

CREATE OR REPLACE MACRO kappa_low(both_yes, one_only, other_only, neither) AS
    CASE
        WHEN both_yes + one_only + other_only + neither > 0
            THEN greatest(
                kappa_middle(both_yes, one_only, other_only, neither)
                - kappa_reach(both_yes, one_only, other_only, neither),
                -1.0
            )
    END;

CREATE OR REPLACE MACRO kappa_high(both_yes, one_only, other_only, neither) AS
    CASE
        WHEN both_yes + one_only + other_only + neither > 0
            THEN least(
                kappa_middle(both_yes, one_only, other_only, neither)
                + kappa_reach(both_yes, one_only, other_only, neither),
                1.0
            )
    END;

-- Gwet's AC1 (2008), which does not fall where nearly everybody is on one side.
CREATE OR REPLACE MACRO agreement_ac1(both_yes, one_only, other_only, neither) AS
    (
        CAST(both_yes + neither AS DOUBLE)
        / nullif(both_yes + one_only + other_only + neither, 0)
        - ac1_chance(both_yes, one_only, other_only, neither)
    ) / (1 - ac1_chance(both_yes, one_only, other_only, neither));

CREATE OR REPLACE MACRO ac1_chance(both_yes, one_only, other_only, neither) AS
    2.0
    * (both_yes + (one_only + other_only) / 2) / (both_yes + one_only + other_only + neither)
    * (neither + (one_only + other_only) / 2)
    / nullif(both_yes + one_only + other_only + neither, 0);

-- Of those whom either calls yes, counted once for each: how many both do.
CREATE OR REPLACE MACRO positive_agreement(both_yes, one_only, other_only) AS
    CAST(2 * both_yes AS DOUBLE) / nullif(2 * both_yes + one_only + other_only, 0);
