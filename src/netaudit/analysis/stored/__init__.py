"""What is stored, row by row, as an export gives it out."""
