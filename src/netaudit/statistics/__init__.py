"""Inference on plain numbers: what SciPy does better than SQL. Pure functions, no data access.

Each docstring gives the formula or the library function, the source, and when the answer is
undefined (NaN). docs/statistics.md says which of them a figure uses, and how they behave in small
groups.
"""
