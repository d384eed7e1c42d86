"""What came in: imports, their problems, and how complete the data are."""
