-- The 95 % interval of Wilson (1927) for k of n; NULL without anybody. The ends are exact where
-- nobody or everybody is counted.

CREATE OR REPLACE MACRO wilson_middle(k, n, z) AS (k + z * z / 2) / (n + z * z);

CREATE OR REPLACE MACRO wilson_reach(k, n, z) AS
    z * sqrt(CAST(k AS DOUBLE) * (n - k) / nullif(n, 0) + z * z / 4) / (n + z * z);

CREATE OR REPLACE MACRO wilson_low(k, n) AS
    CASE
        WHEN n > 0 AND k = 0 THEN 0.0
        WHEN n > 0
            THEN wilson_middle(k, n, 1.959963984540054) - wilson_reach(k, n, 1.959963984540054)
    END;

CREATE OR REPLACE MACRO wilson_high(k, n) AS
    CASE
        WHEN n > 0 AND k = n THEN 1.0
        WHEN n > 0
            THEN wilson_middle(k, n, 1.959963984540054) + wilson_reach(k, n, 1.959963984540054)
    END;
