"""Who may be who: proposals for people to accept or to reject."""
