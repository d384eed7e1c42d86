"""What participants do for their networks: activities, actions, exchange and reflection."""
