"""Who is looking: signing in, personal links and the switch of a local user."""
