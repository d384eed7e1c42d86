"""How a survey's questions become fields: guessed, asked, and kept in a file."""
