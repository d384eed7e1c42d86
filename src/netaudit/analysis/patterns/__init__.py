"""The four patterns in the cohort: how many are on watch, who, and how sure that is."""
