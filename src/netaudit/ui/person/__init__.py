"""One participant's page, and the way to it."""
