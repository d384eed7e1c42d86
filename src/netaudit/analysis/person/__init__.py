"""One participant: every figure of their page, their own pages and their report."""
