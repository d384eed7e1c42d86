"""The questions of a survey with the field each goes to, to look over and to change."""

from collections.abc import Sequence

import streamlit as st

from netaudit.analysis.intake.mapping_choices import (
    answer_codes,
    code_choices,
    field_choices,
    field_title,
)
from netaudit.analysis.intake.mapping_rows import MappedRow, Section, Status, sections
from netaudit.importers.mapping.fields import field
from netaudit.importers.mapping.proposal import Proposal, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT
from netaudit.importers.mapping.saying import with_answers, with_field
from netaudit.ui.intake.mapping_answers import choose_codes
from netaudit.ui.intake.mapping_state import key_of, said, say_recipe
from netaudit.ui.intake.uploads import Drop
from netaudit.ui.markdown import md
from netaudit.wording import counted

BADGES: dict[Status, str] = {
    "open": ":orange-badge[Open]",
    "proposed": ":blue-badge[Proposed]",
    "not read": ":gray-badge[Not read]",
    "mapped": ":green-badge[Mapped]",
    "left out": ":gray-badge[Left out]",
}
NUMBERS = ("integer", "number")
FIRST_SHOWN = 20
"""So many rows that need no look are drawn before somebody asks for all."""


def show_sections(drop: Drop, proposal: Proposal) -> None:
    """Every question of the file in sections; those that need a look are open."""
    st.subheader("What each question is", anchor=False)
    st.caption("On the one side what the survey asked, on the other what netaudit keeps of it.")
    for section in sections(proposal):
        box = st.expander(
            section.heading,
            expanded=bool(section.attention),
            key=key_of(drop, "section", section.title),
            on_change="rerun",
        )
        with box:
            if box.open:
                _section(drop, section)


def _section(drop: Drop, section: Section) -> None:
    for row in section.attention:
        with st.container(border=True, gap="small"):
            _row(drop, row)
    likely = [row.one for row in section.attention if row.status == "proposed"]
    if likely:
        st.button(
            "What is proposed here is right",
            key=key_of(drop, "right", section.title),
            icon=":material/check:",
            on_click=_accept,
            args=(drop, likely),
        )
    others = section.others
    hidden = len(others) if section.attention else len(others) - FIRST_SHOWN
    if hidden > 0:
        words = f"Show {counted(hidden, 'more question')} of this kind"
        if not st.toggle(words, key=key_of(drop, "all", section.title)):
            others = others[: len(others) - hidden]
    for row in others:
        with st.container(border=True, gap="small"):
            _row(drop, row)


def _accept(drop: Drop, likely: Sequence[Understood]) -> None:
    recipe = said(drop).recipe
    for one in likely:
        recipe = with_answers(recipe, one.place, one.field, one.answers)
    say_recipe(drop, recipe)


def _row(drop: Drop, row: MappedRow) -> None:
    asked, kept = st.columns(2, gap="medium")
    with asked, st.container(gap="xsmall"):
        st.markdown(f"{BADGES[row.status]} **{md(row.title)}**")
        st.caption(md(row.about))
    with kept, st.container(gap="xsmall"):
        _field(drop, row)
    codes = answer_codes(row.one)
    target = field(row.one.field)
    if codes and target and (code_choices(target.id) or target.column.kind in NUMBERS):
        words = f"{counted(len(codes), 'answer')} and what netaudit takes them for"
        key = key_of(drop, "answers", *row.one.place)
        box = st.expander(words, key=key, on_change="rerun", type="compact")
        with box:
            if box.open:
                choose_codes(drop, row.one, codes, "Keep these")


def _field(drop: Drop, row: MappedRow) -> None:
    one = row.one
    key = key_of(drop, "field", *one.place)
    choices = field_choices(one)
    # What is shown follows from what was said, not the other way round.
    st.session_state[key] = one.field or (LEAVE_OUT if row.status == "left out" else None)
    st.selectbox(
        f"What netaudit keeps of {md(row.title)}",
        list(choices),
        key=key,
        placeholder="Not read; choose a field",
        format_func=choices.__getitem__,
        label_visibility="collapsed",
        on_change=_pick,
        args=(drop, one, key),
    )
    target = field(one.field)
    if target is not None:
        st.caption(md(f"{target.meaning[:1].upper()}{target.meaning[1:]}. {one.reason}"))


def _pick(drop: Drop, one: Understood, key: str) -> None:
    name = st.session_state.get(key) or LEAVE_OUT
    say_recipe(drop, with_field(said(drop).recipe, one.place, name))


def show_missing(proposal: Proposal) -> None:
    """The fields that no question goes to, each with what is then not to be had."""
    missing = proposal.missing
    if not missing:
        return
    with st.expander(f"{counted(len(missing), 'field')} that the file does not ask for"):
        for one in missing:
            target = field(one.field)
            title = field_title(target) if target else one.field
            st.markdown(f"**{md(title)}**  \n{md(one.costs)}")
