"""What people call the settings of a programme."""

SETTING_WORDS = {
    "id": "Programme",
    "name": "Name",
    "contact_cap": "Most contacts a participant could list",
    "recall_months": "Months the question about contacts looks back",
    "internal_boundary": "Internal means inside the same",
    "waves": "Order of the waves",
    "minimum_group": "Fewest participants behind a figure",
    "minimum_group_release": "Fewest participants behind a figure that leaves the team",
    "smallest_change_of_interest": "Smallest change of a share that matters",
}
"""The settings of [programme], in the order in which they are told."""

CUT_OFF_WORDS = {
    "birds_of_a_feather_same": "Contacts the same as the participant, at least",
    "echo_chamber_internal": "Internal contacts, at least",
    "echo_chamber_ties": "Pairs who know each other, at least",
    "network_lag_past": "Contacts from the past, at least",
    "network_lag_future": "Contacts who matter for the future, at most",
    "pigeonholing_no": "Contacts who could not picture another role, at least",
}
"""What each cut-off of a programme's settings is about."""
