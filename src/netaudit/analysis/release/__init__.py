"""What may be shown of groups of participants, and to whom."""
