-- The change of a share among the same n people, of whom some gained a property and some lost it, and
-- the 95 % interval of Bonett & Price (2012): one is added to each of the two counts, two to n. NULL
-- without anybody.

CREATE OR REPLACE MACRO paired_difference(gained, lost, n) AS
    CAST(gained - lost AS DOUBLE) / nullif(n, 0);

CREATE OR REPLACE MACRO bonett_price_middle(gained, lost, n) AS
    CASE WHEN n > 0 THEN CAST(gained - lost AS DOUBLE) / (n + 2) END;

CREATE OR REPLACE MACRO bonett_price_reach(gained, lost, n) AS
    1.959963984540054 * sqrt(
        (
            CAST(gained + lost + 2 AS DOUBLE) / (n + 2)
            - pow(CAST(gained - lost AS DOUBLE) / (n + 2), 2)
        ) / (n + 2)
    );

CREATE OR REPLACE MACRO bonett_price_low(gained, lost, n) AS
    CASE
        WHEN n > 0
            THEN greatest(
                bonett_price_middle(gained, lost, n) - bonett_price_reach(gained, lost, n), -1.0
            )
    END;

CREATE OR REPLACE MACRO bonett_price_high(gained, lost, n) AS
    CASE
        WHEN n > 0
            THEN least(
                bonett_price_middle(gained, lost, n) + bonett_price_reach(gained, lost, n), 1.0
            )
    END;
