"""What changes in the settings that all cohorts share, told before it happens."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from netaudit.store.settings_change import SettingChange
from netaudit.ui.figure import table


def show_settings_changes(changes: Sequence[SettingChange]) -> None:
    """The list of the settings that change; nothing where none does."""
    if not changes:
        return
    st.markdown("**These settings change**")
    st.caption("Settings are the same for the whole programme; the newest import brings them.")
    rows = [{"Setting": one.setting, "So far": one.old, "From then on": one.new} for one in changes]
    table(pd.DataFrame(rows), "Settings that change, as they are and as they will be")


def settings_accepted(changes: Sequence[SettingChange], key: str) -> bool:
    """Whether the import may go on: where figures of others change, once that is ticked."""
    if not any(one.decisive for one in changes):
        return True
    return st.checkbox(
        "I know that figures of all cohorts are computed anew with these settings",
        key=f"settings accepted {key}",
    )
