-- Hedges' g_av of n paired differences (Cumming 2012; Lakens 2013): the mean difference in standard
-- deviations of the two waves, with the correction for small samples. NULL below two pairs and where
-- nothing varies at either wave.
CREATE OR REPLACE MACRO hedges_g_av(mean_difference, sd_from, sd_to, n) AS
    CASE
        WHEN n >= 2
            THEN mean_difference
                / nullif(sqrt((sd_from * sd_from + sd_to * sd_to) / 2), 0)
                * (1 - 3.0 / (4 * (n - 1) - 1))
    END;
