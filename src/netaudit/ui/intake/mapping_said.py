"""What is said of a survey's file as a whole, with a way to be asked again."""

import streamlit as st

from netaudit.analysis.intake.mapping_choices import said_settings
from netaudit.importers.mapping.proposal import Proposal
from netaudit.importers.mapping.saying import without
from netaudit.ui.intake.mapping_state import key_of, said, say_recipe
from netaudit.ui.intake.uploads import Drop
from netaudit.ui.markdown import md


def show_said(drop: Drop, proposal: Proposal) -> None:
    """The settings of the file; those that nobody said were told by the file itself."""
    settings = said_settings(proposal.recipe)
    own = said_settings(said(drop).recipe)
    if not settings:
        return
    st.subheader("What holds for the whole file", anchor=False)
    for name, words in settings.items():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(md(words), width="content")
            if name in own:
                st.button(
                    "Ask again",
                    key=key_of(drop, "again", name),
                    type="tertiary",
                    on_click=_ask_again,
                    args=(drop, name),
                )
            else:
                st.caption("told by the file or the programme", width="content")


def _ask_again(drop: Drop, name: str) -> None:
    say_recipe(drop, without(said(drop).recipe, name))
