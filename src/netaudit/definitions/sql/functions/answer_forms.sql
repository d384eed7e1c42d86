-- The forms in which an export may write numbers and dates. A cast alone would also take 3.5 for a
-- whole number, or 2026-1-5 for a date.

CREATE OR REPLACE MACRO is_whole_number(answer) AS
    regexp_full_match(answer, '[+-]?[0-9]+(\.0*)?');

CREATE OR REPLACE MACRO is_number(answer) AS
    regexp_full_match(answer, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?')
    AND isfinite(try_cast(answer AS DOUBLE));

CREATE OR REPLACE MACRO is_day(answer) AS
    regexp_full_match(answer, '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}')
    AND (answer IS NULL OR try_cast(answer AS DATE) IS NOT NULL);

-- A year, a month or a day.
CREATE OR REPLACE MACRO is_partial_date(answer) AS
    is_day(answer) OR regexp_full_match(answer, '[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?');

-- Several codes in one answer, without blanks around them and empty parts.
CREATE OR REPLACE MACRO codes_of(answer) AS
    list_filter(
        list_transform(string_split(answer, '|'), lambda code: trim(code)),
        lambda code: code <> ''
    );

CREATE OR REPLACE MACRO distinct_codes(answer) AS
    list_sort(list_distinct(codes_of(answer)));

-- A code or a name that no rule for texts can object to.
CREATE OR REPLACE MACRO is_ordinary(answer) AS
    length(answer) <= 80 AND regexp_full_match(answer, '[0-9A-Za-z _-]*');
