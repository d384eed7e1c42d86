"""The networks of the cohort: what they are made of, and where they reach."""
