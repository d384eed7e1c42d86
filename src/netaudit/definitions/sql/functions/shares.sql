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

-- How far a condition is from its line: how many of the k that have the property, out of n, would
-- have to change for it to turn. The u unknown stay unknown. NULL where the condition is undecided,
-- and where no change can turn it (at least 0 %, at most 100 %).

CREATE OR REPLACE MACRO gap_at_least(k, u, n, percent) AS
    CASE surely_at_least(k, u, n, percent)
        WHEN TRUE THEN CASE WHEN percent * n > 0 THEN k - (percent * n + 99) // 100 + 1 END
        WHEN FALSE THEN (percent * n + 99) // 100 - k
    END;

CREATE OR REPLACE MACRO gap_at_most(k, u, n, percent) AS
    CASE surely_at_most(k, u, n, percent)
        WHEN TRUE THEN CASE WHEN percent < 100 THEN percent * n // 100 + 1 - k END
        WHEN FALSE THEN k - percent * n // 100
    END;

-- A condition's gap counts when the whole rule holds, or when this condition surely does not.
CREATE OR REPLACE MACRO counted_gap(rule_holds, condition_holds, gap) AS
    CASE WHEN rule_holds OR NOT condition_holds THEN gap END;
