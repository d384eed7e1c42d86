"""Measures, patterns, checks, stages and summaries: one SQL file each, read from here."""
