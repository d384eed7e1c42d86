"""Whom to talk to this week, and what came of it."""
