"""What the participant wrote: strengths and weaknesses, and the questions for reflection."""

import streamlit as st

from netaudit.analysis.person import reflection as person_reflection
from netaudit.analysis.person import strengths as person_strengths
from netaudit.analysis.person.reflection import Question
from netaudit.analysis.person.strengths import Written, WrittenAtWave
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import section


def strengths(own: OwnPage) -> None:
    """The latest wave in full view, earlier ones to be opened."""
    found = own.ask(person_strengths.strengths)
    section("Strengths and weaknesses", found.headline, found.base)
    if not found.waves:
        return
    latest, *earlier = found.waves
    _wave(latest)
    for wave in earlier:
        with st.expander(md(f"What you wrote at {wave.title.lower()}")):
            _wave(wave)


def _wave(wave: WrittenAtWave) -> None:
    if wave.without_list:
        st.caption(
            md(f"Nobody is listed at {wave.title.lower()}, so no count stands beside your words.")
        )
    left, right = st.columns(2)
    with left:
        _side("Strengths", wave.strengths)
    with right:
        _side("Weaknesses", wave.weaknesses)


def _side(title: str, written: tuple[Written, ...]) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{title}**")
        for one in written:
            with st.container(gap="xxsmall"):
                st.markdown(f"“{md(one.text)}”")
                if one.theme:
                    fact = f" · your list: {one.fact}" if one.fact else ""
                    st.caption(md(f"{one.theme}{fact}"))
        if not written:
            st.caption("None written at this wave; there can be up to three.")


def reflection(own: OwnPage) -> None:
    """Answered questions with what was said at each wave; the others to take along."""
    found = own.ask(person_reflection.reflection)
    section("Questions for reflection", found.headline, found.base)
    grid = st.grid(2, min_column_width=300, gap="small")
    for question in found.answered:
        with grid.cell():
            _answered(question)
    if found.to_take_along:
        if found.answered:
            st.markdown("**To take along**")
        st.markdown("\n".join(f"- {md(question.asks)}" for question in found.to_take_along))
    own.link("my_mentors", "Four more, before you look for a mentor", mentors_part="search")


def _answered(question: Question) -> None:
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{md(question.asks)}**")
        if question.latest is not None:
            st.markdown(f"“{md(question.latest.text)}”")
            st.caption(md(question.latest.wave))
        for answer in question.earlier:
            st.caption(md(f"{answer.wave}: “{answer.text}”"))
