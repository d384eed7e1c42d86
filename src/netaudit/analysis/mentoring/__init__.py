"""Mentoring in the cohort: how far it is taken up, what it is like, who goes without."""
