"""The change page: two waves of the same people compared, one part shown at a time."""
