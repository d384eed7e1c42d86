-- Whether the property holds for any of a group's rows: NULL where none surely has it and one may.
-- row_id is NULL for the empty row that a LEFT JOIN puts in a group without rows.
CREATE OR REPLACE MACRO any_true(property, row_id) AS
    CASE
        WHEN bool_or(property) THEN TRUE
        WHEN count(property) = count(row_id) THEN FALSE
    END;
