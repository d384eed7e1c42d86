"""How pages about the cohort look."""
