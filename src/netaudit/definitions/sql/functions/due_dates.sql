-- What became of an action by the day it was due, as of a day. An action without a status may have
-- been done, and one that is done without saying when may have been done in time: both stand apart.
CREATE OR REPLACE MACRO due_state(status, due_on, closed_on, as_of) AS
    CASE
        WHEN due_on IS NULL THEN 'no_due_date'
        WHEN due_on >= as_of THEN 'not_yet_due'
        WHEN status IS NULL THEN 'no_status'
        WHEN status = 'dropped' THEN 'dropped'
        WHEN status = 'done' AND closed_on IS NULL THEN 'done_some_day'
        WHEN status = 'done' AND closed_on <= due_on THEN 'done_in_time'
        WHEN status = 'done' THEN 'done_later'
        ELSE 'overdue'
    END;
