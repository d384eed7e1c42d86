"""Files of what is stored, for other tools and for importing again."""
