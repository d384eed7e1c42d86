"""The survey tools whose exports can be read: one module for each, and its parts."""
