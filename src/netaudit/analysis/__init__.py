"""The shared analysis module: every figure of every page, report and download comes from here."""
