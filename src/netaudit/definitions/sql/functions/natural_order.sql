-- What codes are sorted by so that U-2 comes before U-10: their digits count as numbers.
CREATE OR REPLACE MACRO natural_order(code) AS
    list_transform(
        regexp_extract_all(lower(code), '[0-9]+|[^0-9]+'),
        lambda part: CASE
            WHEN regexp_full_match(part, '[0-9]+')
                THEN lpad(part, CAST(greatest(length(part), 64) AS INTEGER), '0')
            ELSE part
        END
    );
