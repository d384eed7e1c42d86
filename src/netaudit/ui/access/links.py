"""Personal links of a cohort's participants: made one by one or for all, and taken back."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from netaudit.analysis.choices import cohort_choices
from netaudit.analysis.invitations import invited, mail_merge
from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store import links
from netaudit.store.access_log import Actor
from netaudit.store.access_settings import access_settings
from netaudit.store.links import STATES, Link
from netaudit.ui import data
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.downloads import csv_bytes, file_name
from netaudit.ui.figure import on_paper
from netaudit.ui.filters import choose
from netaudit.ui.sign_in import identity
from netaudit.ui.sign_in.setup import server_address
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, known, moment_utc

MADE = "link made"
NO_LINK = "None yet"


def show_links(viewer: Viewer) -> None:
    """The participants of one cohort with what became of their links, and the ways to make them."""
    if workspace().is_empty:
        st.info("There are no participants yet.", icon=":material/inbox:")
        return
    database = data.database()
    cohort = choose("Cohort", "cohort", data.answer(cohort_choices, database, viewer, EVERYTHING))
    people = data.answer(invited, database, viewer, Selection(cohort=cohort))
    days = access_settings(workspace().ledger).link_days
    st.markdown(
        "A personal link opens a participant's own pages without an account, once, within"
        f" {counted(days, 'day')}. A new link replaces an older one that was not used."
    )
    _one(people)
    _all(people, cohort or "", viewer)
    _table(people)


def _one(people: pd.DataFrame) -> None:
    names = {row["participant_id"]: _name(row) for row in people.to_dict("records")}
    with st.container(border=True):
        st.subheader("One participant", anchor=False)
        who = st.selectbox(
            "Participant",
            list(names),
            index=None,
            key="link for",
            format_func=lambda code: names.get(code, code),
            placeholder="Search by name or code",
        )
        with st.container(horizontal=True):
            st.button(
                "Make a link",
                type="primary",
                disabled=who is None,
                on_click=then_tell,
                args=(_make,),
            )
            st.button(
                "Take back",
                disabled=who is None,
                help="Ends their open link and the session that one opened.",
                on_click=then_tell,
                args=(_take_back,),
            )
        made = st.session_state.pop(MADE, None)
        if made:
            st.code(made, language=None, wrap_lines=True)
            st.caption("Copy it now: it is shown this once, and netaudit keeps no copy.")


def _name(row: dict[object, object]) -> str:
    name, code = row["name"], str(row["participant_id"])
    return f"{name} · {code}" if known(name) else code


def _theirs(code: str) -> dict[str, str]:
    """The participant with their cohort, as far as whoever clicked may see them now."""
    people = invited(data.database(), identity.viewer(), EVERYTHING)
    chosen = people[people["participant_id"] == code]
    return dict(zip(chosen["participant_id"], chosen["cohort"], strict=True))


def _make() -> str:
    by = identity.acting("coordinator")
    people = _theirs(st.session_state["link for"])
    for code, token in links.issue(workspace().ledger, people, by).items():
        st.session_state[MADE] = links.web_address(server_address(), token)
        return f"A link for {code} was made."
    return "Nobody was chosen."


def _take_back() -> str:
    by = identity.acting("coordinator")
    ended = links.take_back(workspace().ledger, list(_theirs(st.session_state["link for"])), by)
    return "The link was taken back." if ended else "There was no link to take back."


def _all(people: pd.DataFrame, cohort: str, viewer: Viewer) -> None:
    staying, who = people[~people["has_left"]], identity.principal()
    with st.container(border=True):
        st.subheader("Everybody of the cohort", anchor=False)
        st.markdown(
            f"A file for a mail program, with name, address and link of"
            f" {counted(len(staying), 'participant')} still in the programme. Whoever has the file"
            " can come in as anybody in it: delete it once the messages are sent."
        )
        st.download_button(
            "Make links and download them",
            partial(_file, staying, identity.actor(), partial(identity.still, who, viewer)),
            file_name=f"{file_name('links', {'cohort': cohort})}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            disabled=staying.empty,
            key="links of the cohort",
        )


def _file(people: pd.DataFrame, by: Actor, may: Callable[[], bool]) -> bytes:
    if not may():
        raise NetauditError("That is not open to you any more.", "Load the page again.")
    cohorts = dict(zip(people["participant_id"], people["cohort"], strict=True))
    tokens = links.issue(workspace().ledger, cohorts, by)
    server = server_address()
    made = {code: links.web_address(server, token) for code, token in tokens.items()}
    return csv_bytes(mail_merge(people, made))


def _table(people: pd.DataFrame) -> None:
    newest = {
        one.participant_id: one
        for one in links.listing(workspace().ledger, list(people["participant_id"]))
    }
    rows = pd.DataFrame(
        {
            "Name": people["name"],
            "Link": [_state(newest.get(code)) for code in people["participant_id"]],
            "Code": people["participant_id"],
            "E-mail": people["email"],
        }
    ).dropna(axis=1, how="all")
    st.dataframe(rows, hide_index=True, alt="Participants and their links", placeholder="–")
    on_paper(len(rows))


def _state(link: Link | None) -> str:
    if link is None:
        return NO_LINK
    at = link.used_at or link.ended_at or link.expires_at
    until = "until " if link.state == "open" else ""
    return f"{STATES[link.state]} {until}{moment_utc(at)}"
