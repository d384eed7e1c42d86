"""What of a cohort's figures speaks to the steps of its logic model and to each level."""
