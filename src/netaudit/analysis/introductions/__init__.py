"""Whom to introduce to whom, and who could meet about what: `suggestions`, `letters`, `groups`."""
