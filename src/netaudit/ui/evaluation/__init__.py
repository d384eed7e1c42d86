"""The page on what a programme is meant to bring about: logic model, levels, outcomes."""
