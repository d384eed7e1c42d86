"""One participant's report, section by section."""
