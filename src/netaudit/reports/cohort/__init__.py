"""The report on one cohort: one module a section, each a function from the subject to blocks."""
