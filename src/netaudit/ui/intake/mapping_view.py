"""The mapping of a survey: what is asked, how each question is read, what is not in the file."""

import streamlit as st

from netaudit.importers.mapping.proposal import Proposal
from netaudit.importers.mapping.recipe import written
from netaudit.importers.platforms import format_words
from netaudit.ui.intake.mapping_questions import ask_questions
from netaudit.ui.intake.mapping_rows_view import show_missing, show_sections
from netaudit.ui.intake.mapping_said import show_said
from netaudit.ui.intake.mapping_saved import offer_mappings, show_changes
from netaudit.ui.intake.problems import show_problems
from netaudit.ui.intake.uploads import Drop, Review
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.wording import counted

MAY_MAP = ("coordinator", "administrator")
"""Who may look at what people wrote, before it is anybody's pseudonym."""


def map_survey(drop: Drop, found: Review) -> bool:
    """Everything there is to say about a survey; whether nothing of it is left to answer."""
    proposal = found.read.mapping
    if proposal is None:
        return True
    if identity.viewer().role not in MAY_MAP:
        st.info("Files of a survey tool name people: coordinators and administrators import them.")
        return False
    _what_it_is(found, proposal)
    offer_mappings(drop, proposal)
    show_changes(drop, proposal)
    is_answered = ask_questions(drop, proposal)
    can_be_used = _can_be_used(found, proposal)
    show_said(drop, proposal)
    show_sections(drop, proposal)
    show_missing(proposal)
    _download(proposal)
    return is_answered and can_be_used


def _what_it_is(found: Review, proposal: Proposal) -> None:
    st.subheader("What was recognised", anchor=False)
    form = format_words(found.read.platform)
    questions = counted(len(proposal.understood), "question")
    responses = counted(proposal.responses, "response")
    st.markdown(md(f"A survey in {form}: {questions}, {responses}."))
    for note in proposal.notes:
        st.info(md(note), icon=":material/info:")


def _download(proposal: Proposal) -> None:
    st.download_button(
        "Download this mapping",
        written(proposal.recipe),
        file_name="mapping.toml",
        mime="application/toml",
        icon=":material/download:",
        on_click="ignore",
        help="A small text file: it maps the next wave's file, here or on the command line.",
    )


def _can_be_used(found: Review, proposal: Proposal) -> bool:
    """Whether tables could be made; else what in the mapping or the file stands in the way."""
    if found.read.contents.tables:
        return True
    asked = {f"{one.ask} {one.why}".strip() for one in proposal.questions}
    wrong = [one for one in found.read.problems if one.message not in asked]
    show_problems([one for one in wrong if one.severity == "error"], "mapping-problems")
    return False
