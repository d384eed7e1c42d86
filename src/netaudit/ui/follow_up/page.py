"""The page with the people to talk to this week, a card each."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from netaudit.analysis.choices import Choice
from netaudit.analysis.follow_up import people as follow_up_people
from netaudit.analysis.follow_up.mail_merge import mail_merge
from netaudit.analysis.follow_up.people import Followed, chosen, people_to_talk_to
from netaudit.reports.follow_up_calendar import calendar
from netaudit.store.follow_ups import FollowUp
from netaudit.ui.access.outcome import tell, then_tell
from netaudit.ui.downloads import csv_bytes, downloads, file_name
from netaudit.ui.filters import choose
from netaudit.ui.follow_up import entries
from netaudit.ui.follow_up.words import standing_words
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.opened import taking_away
from netaudit.ui.people.table import people_table

FILTERS = {"standing": "Show", "why": "Reason", "most": "At most"}
MOST_CARDS = 20
SENTENCES = 3
"""So many reasons are spelled out on a card; the others are named above them."""

NOTHING_IS_SENT = (
    "netaudit sends nothing. The file for letters has names and addresses and no reasons; the"
    " calendar has codes, and no names or notes, as calendars are often shared."
)


def whom_to_talk_to(view: View) -> None:
    """The list under its filters, and what to take away of it."""
    tell()
    row = st.grid(len(FILTERS), min_column_width=150)
    choices = {}
    for key, offered in follow_up_people.OFFERED.items():
        with row.cell():
            choices[key] = _choose(key, offered)
    everybody = entries.everybody(view)
    shown = chosen(everybody, **choices)
    listed = view.ask(people_to_talk_to, followed=entries.followed(), today=date.today(), **choices)
    address = {"list": "follow_up", **choices}
    if len(shown) > MOST_CARDS:
        people_table(view, listed, address)
    else:
        st.subheader(md(listed.headline), anchor=False)
        st.caption(md(listed.base))
        _cards(view, shown, address)
        downloads(listed.table, listed.id, about=listed)
    st.caption(md(follow_up_people.ORDER))
    _take_away(everybody, shown)


def _choose(key: str, offered: tuple[Choice, ...]) -> str:
    return choose(FILTERS[key], key, offered) or offered[0].value


def _cards(view: View, shown: tuple[Followed, ...], address: dict[str, str]) -> None:
    if not shown:
        st.text("Nobody.")
    before = entries.in_force(shown)
    grid = st.grid(2, min_column_width=330, gap="small")
    for number, person in enumerate(shown, start=1):
        with grid.cell():
            _card(view, number, person, before.get(person.id), address)


def _card(
    view: View, number: int, person: Followed, before: FollowUp | None, address: dict[str, str]
) -> None:
    key = f"person-{number}-{person.id}"
    with st.container(border=True, gap="xsmall", height="stretch", key=key):
        view.link("participants", f"{number} {person.title}", participant=person.id, **address)
        sentences = [reason.sentence for reason in person.reasons]
        st.markdown("\n".join(f"- {md(one)}" for one in sentences[:SENTENCES]) or md(person.why))
        further = [reason.words for reason in person.reasons[SENTENCES:]]
        facts = (
            f"Also: {', '.join(further)}" if further else "",
            standing_words(before) if before else "",
            person.organisation,
        )
        st.caption(md(" · ".join(filter(None, facts))))
        if person.standing != "quiet":
            quick_buttons(person, before)


def quick_buttons(person: Followed, before: FollowUp | None) -> None:
    """Done, and put off for a week."""
    with st.container(horizontal=True):
        for words, icon, do in (
            ("Done", "check", entries.done),
            ("Snooze a week", "snooze", entries.snooze),
        ):
            st.button(
                words,
                icon=f":material/{icon}:",
                key=f"{words} {person.id}",
                on_click=then_tell,
                args=(do, person, before),
            )


def _take_away(everybody: tuple[Followed, ...], shown: tuple[Followed, ...]) -> None:
    dated = [one for one in entries.in_force(everybody).values() if one.waits_until]
    with st.container(horizontal=True):
        _file("Letters (CSV)", "follow-up-letters", ".csv", lambda: csv_bytes(mail_merge(shown)))
        _file("Calendar (ICS)", "follow-up", ".ics", partial(calendar, dated))
    st.caption(md(NOTHING_IS_SENT))


def _file(words: str, name: str, ending: str, make: Callable[[], bytes]) -> None:
    noted = taking_away(f"{name}{ending}")

    def made() -> bytes:
        noted()
        return make()

    st.download_button(
        words,
        made,
        file_name=f"{file_name(name, {})}{ending}",
        mime="text/calendar" if ending == ".ics" else "text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"take away {name}",
    )
