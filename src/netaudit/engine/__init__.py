"""Where definitions are run."""
