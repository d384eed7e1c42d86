"""The page on the cohort as one network, introductions and groups."""
