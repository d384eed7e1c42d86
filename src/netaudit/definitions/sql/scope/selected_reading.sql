-- What each coder gave to the texts of a selection, as coder_reading has it; the coder of the themes
-- that an export brings is 'export'.
CREATE OR REPLACE MACRO selected_reading(viewer, selection, codings, merged) AS TABLE
SELECT
    t.text_key,
    r.coder,
    r.given,
    r.given_alone
FROM selected_text(viewer, selection) AS t
INNER JOIN coder_reading(codings, merged) AS r ON t.text_key = r.text_key
UNION ALL
SELECT
    t.text_key,
    'export' AS coder,
    [counts_as(t.theme, merged)] AS given,
    [counts_as(t.theme, merged)] AS given_alone
FROM selected_text(viewer, selection) AS t
WHERE t.theme IS NOT NULL;
