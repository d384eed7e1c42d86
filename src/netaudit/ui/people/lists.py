"""The lists of people that pages have, by name: so that a person's page can lead along one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from netaudit.analysis.choices import Choice
from netaudit.analysis.cultivation import people as cultivation_people
from netaudit.analysis.finding import Finding
from netaudit.analysis.follow_up import people as follow_up_people
from netaudit.analysis.mentoring import people as mentoring_people
from netaudit.analysis.patterns import people as pattern_people
from netaudit.ui.follow_up.entries import followed
from netaudit.ui.frame import View
from netaudit.ui.pages import PAGES

LIST = "list"
"""The name of the list in the address of a person's page."""

Chosen = Mapping[str, str]
Offered = Mapping[str, Sequence[Choice]]


@dataclass(frozen=True, kw_only=True)
class PeopleList:
    """One list: the page it stands on, what it can be narrowed by, and how it is asked for.

    `part` are further parameters of the page's address that lead to the list.
    """

    page: str
    title: str
    offered: Callable[[View], Offered]
    question: Callable[..., Finding]
    part: Chosen = field(default_factory=dict)
    needs: Callable[[], Mapping[str, object]] = dict


LISTS = {
    "patterns": PeopleList(
        page="patterns",
        title="Patterns",
        offered=lambda view: view.ask(pattern_people.offered),
        question=pattern_people.pattern_list,
        part={"look": "list"},
    ),
    "mentoring": PeopleList(
        page="mentoring",
        title="Mentoring",
        offered=lambda _: {"reason": mentoring_people.REASON_CHOICES},
        question=mentoring_people.people,
        part={"see": "people"},
    ),
    "cultivation": PeopleList(
        page="cultivation",
        title="Cultivation",
        offered=lambda _: {"reason": cultivation_people.REASON_CHOICES},
        question=cultivation_people.people,
        part={"see": "people"},
        needs=lambda: {"today": date.today()},
    ),
    "follow_up": PeopleList(
        page="follow_up",
        title="Follow-up",
        offered=lambda _: follow_up_people.OFFERED,
        question=follow_up_people.people_to_talk_to,
        needs=lambda: {"followed": followed(), "today": date.today()},
    ),
}


@dataclass(frozen=True, kw_only=True)
class CameFrom:
    """The list from which a person was opened: whose codes in their order, and the way back."""

    title: str
    page: str
    address: Chosen
    codes: tuple[str, ...]


def came_from(view: View) -> CameFrom | None:
    """The list that the address names, as it is now; None where it names none."""
    name = st.query_params.get(LIST, "")
    one = LISTS.get(name)
    if one is None or not _is_open(one, view):
        return None
    chosen = {
        key: _chosen(st.query_params.get(key), choices)
        for key, choices in one.offered(view).items()
    }
    finding = view.ask(one.question, **chosen, **one.needs())
    return CameFrom(
        title=one.title,
        page=one.page,
        address={**one.part, **chosen},
        codes=tuple(dict.fromkeys(finding.data["participant_id"])),
    )


def _is_open(one: PeopleList, view: View) -> bool:
    return any(record.name == one.page and record.is_for(view.viewer.role) for record in PAGES)


def _chosen(asked: str | None, choices: Sequence[Choice]) -> str:
    """What the address asks for as far as it is offered."""
    first = next((one.value for one in choices if one.is_default), choices[0].value)
    return next((one.value for one in choices if one.value == asked), first)
