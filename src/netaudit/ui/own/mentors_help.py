"""What a participant's mentors help with, what is given in turn, and the kind of circle it is."""

import streamlit as st

from netaudit.analysis.person import mentors_knowing, mentors_type
from netaudit.analysis.person.mentors_knowing import COVER_WORDS, Cover
from netaudit.analysis.person.mentors_type import DevelopmentalNetwork
from netaudit.definitions.guidance import guidance
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import section
from netaudit.vocabulary import label

SIGNS: dict[Cover, str] = {
    "covered": ":material/check_circle:",
    "not_covered": ":material/radio_button_unchecked:",
    "not_answered": ":material/help:",
}


def knowing(own: OwnPage) -> None:
    """Why, how and whom: a card each, with who helps."""
    found = own.ask(mentors_knowing.knowing, wave=own.at.wave)
    section("What they help with", found.headline, found.base)
    grid = st.grid(3, min_column_width=250, gap="small")
    for one in found.parts:
        with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{md(one.title)}**")
            st.caption(md(one.texts["asks"]))
            if found.is_counted:
                st.markdown(f"{SIGNS[one.cover]} **{md(COVER_WORDS[one.cover])}**")
            if one.said:
                st.markdown(md(one.said))
            if one.cover != "covered":
                st.markdown(md(f"{one.texts['helps']} {one.texts['ask']}"))


def giving(own: OwnPage) -> None:
    """Received and given, each by name."""
    found = own.ask(mentors_knowing.giving, wave=own.at.wave)
    section("Giving and receiving", found.headline, found.said)
    sides = (("You receive", found.received), ("You give", found.given))
    st.markdown(
        "\n".join(
            f"- {md(title)}: {md(', '.join(names) or 'nothing at present')}"
            for title, names in sides
        )
    )


def kind(own: OwnPage) -> None:
    """The kind of developmental network with its two coordinates and how near the line it is."""
    found = own.ask(mentors_type.developmental_network, wave=own.at.wave)
    if found is None:
        return
    section("The kind of circle", found.headline, mentors_type.ABOUT)
    if found.coordinates:
        grid = st.grid(2, min_column_width=300, gap="small")
        for title, said in found.coordinates.items():
            with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f"**{md(title)}**")
                st.markdown(md(said))
    _said_of(found)
    for caution in found.cautions:
        st.caption(f":material/info: {md(caution)}")
    _kinds()


def _said_of(found: DevelopmentalNetwork) -> None:
    lines = [*found.texts.values(), found.near]
    if found.possible:
        kinds = ", ".join(label("developmental_type", code).lower() for code in found.possible)
        lines.append(f"With what is not told it could be: {kinds}.")
    for line in lines:
        if line:
            st.markdown(md(line))


def _kinds() -> None:
    rule, references = mentors_type.method()
    with st.expander("The four kinds, and how they are told apart"):
        for code, texts in guidance("developmental_type").items():
            words = label("developmental_type", code)
            st.markdown(f"**{md(words)}** \u2002{md(texts['what'])} {md(texts['brings'])}")
        st.markdown(md(rule))
        st.caption(md("Sources: " + "; ".join(references) + "."))
