"""Taking people out of everything that is stored, and proving it."""
