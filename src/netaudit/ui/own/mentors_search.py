"""Where a participant might look for a mentor and how they might ask."""

from collections.abc import Sequence

import streamlit as st

from netaudit.analysis.person import mentors_gaps, mentors_preparation
from netaudit.analysis.person.mentors_gaps import FIRST_TALK, Gap, Place
from netaudit.analysis.person.mentors_portfolio import STANDING_WORDS, Standing
from netaudit.definitions.guidance import guidance
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.mentors_portfolio import types_of_mentoring
from netaudit.ui.own.section import section


def gaps(own: OwnPage) -> None:
    """Each gap with the participant's own contacts who could be asked, and further places."""
    found = own.ask(mentors_gaps.gaps, wave=own.at.wave)
    if not found:
        section(
            "Where you might look",
            "Nothing is missing of what is looked at here",
            "Looked at are knowing why, how and whom, a sponsor, somebody from outside, somebody"
            " you found yourself, something informal, and giving.",
        )
    else:
        section(
            "Where you might look",
            "What nobody covers as yet, as far as you answered",
            "A gap is no fault, and it need not be closed. Pick one, or none.",
        )
        grid = st.grid(2, min_column_width=300, gap="small")
        for gap in found:
            with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
                _gap(gap)
    ways()


def _gap(gap: Gap) -> None:
    st.markdown(f"**{md(gap.title)}**")
    st.markdown(md(f"{gap.texts['what']} {gap.texts['could']}"))
    _ideas(gap)
    with st.expander("Elsewhere", key=f"elsewhere {gap.code}"):
        _places(gap.places)


def _ideas(gap: Gap) -> None:
    if gap.ideas:
        st.caption(md(f"On your own list, {gap.whom}"))
        st.markdown("\n".join(f"- {md(one.who)}: {md(one.why)}" for one in gap.ideas))


def _places(places: Sequence[Place]) -> None:
    for place in places:
        st.markdown(
            f"**{md(place.title)}** \u2002{md(place.texts['where'])}"
            f" {md(place.texts['first_step'])}"
        )


def ways() -> None:
    """How one might ask: a first talk, and ways to get in touch."""
    with st.expander("How you might ask", icon=":material/chat:"):
        st.markdown(md(FIRST_TALK))
        for way in mentors_gaps.ways():
            st.markdown(f"**{md(way.title)}** \u2002{md(way.texts['how'])}")
            st.caption(md(f"“{way.texts['words']}”"))


def beginning(own: OwnPage, standing: Standing) -> None:
    """For somebody without relationships to speak of: what mentoring can be, where to begin."""
    headline, base = STANDING_WORDS[standing]
    section("My portfolio", headline.format(when=own.at.title.lower()), base)
    section("What mentoring can be", "Five types, and each can be a single talk at first")
    types_of_mentoring(guidance("mentoring_type"))
    section("Where you might begin", "Somebody you know, or somebody they know")
    for gap in own.ask(mentors_gaps.gaps, wave=own.at.wave):
        _ideas(gap)
    _places(mentors_gaps.everywhere())
    ways()


def preparation(own: OwnPage) -> None:
    """Four questions before approaching somebody, with the answers given."""
    found = own.ask(mentors_preparation.preparation)
    answered = sum(bool(one.answers) for one in found)
    section(
        "Before you approach somebody",
        f"You have answered {answered} of four questions" if answered else "Four questions first",
        "Nobody but you reads the answers here." if answered else "",
    )
    for one in found:
        st.markdown(f"{one.number}\\. {md(one.asks)}")
        for wave, text in one.answers:
            st.markdown(f"> {md(text)} :small[({md(wave)})]")
    with st.expander("What mentoring can be about"):
        st.markdown(
            "\n".join(
                f"- **{md(title)}** \u2002{md(question)}"
                for title, question in mentors_preparation.contexts().items()
            )
        )
