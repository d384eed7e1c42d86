"""Whom a coordinator talks to next, and why."""
