-- Integer comparisons of a share with a percentage, at both extremes of what is unknown.
-- k of n have the property, u of n are unknown and not in k; the answer is NULL where u decides.

CREATE OR REPLACE MACRO surely_at_least(k, u, n, percent) AS
    CASE
        WHEN k * 100 >= percent * n THEN TRUE
        WHEN (k + u) * 100 < percent * n THEN FALSE
    END;

CREATE OR REPLACE MACRO surely_at_most(k, u, n, percent) AS
    CASE
        WHEN (k + u) * 100 <= percent * n THEN TRUE
        WHEN k * 100 > percent * n THEN FALSE
    END;
