"""Lists of people, whichever page they stand on, and the way from a list to a person and back."""
