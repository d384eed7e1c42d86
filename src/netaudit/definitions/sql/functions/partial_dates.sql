-- Dates known to the year or the month (YYYY, YYYY-MM) beside full ones: the first and the last day
-- they can mean.

CREATE OR REPLACE MACRO earliest_day(partial_date) AS
    CAST(rpad(partial_date, 10, '-01-01') AS DATE);

CREATE OR REPLACE MACRO latest_day(partial_date) AS
    CASE length(partial_date)
        WHEN 4 THEN CAST(partial_date || '-12-31' AS DATE)
        WHEN 7 THEN last_day(CAST(partial_date || '-01' AS DATE))
        ELSE CAST(partial_date AS DATE)
    END;

-- Begun on the day and ending after it. A blank start counts as begun; without a day to ask for,
-- whatever has no end is open.
CREATE OR REPLACE MACRO is_open_on(start_date, end_date, on_day) AS
    CASE
        WHEN on_day IS NULL THEN end_date IS NULL
        ELSE
            coalesce(earliest_day(start_date) <= on_day, TRUE)
            AND coalesce(latest_day(end_date) > on_day, TRUE)
    END;
