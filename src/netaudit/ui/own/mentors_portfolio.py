"""A participant's mentoring relationships: over time, and each on a card."""

from collections.abc import Mapping

import streamlit as st

from netaudit.analysis.person import mentors as person_mentors
from netaudit.analysis.person import mentors_portfolio, mentors_waves
from netaudit.analysis.person.mentors_portfolio import Relationship
from netaudit.charts.theme import in_page_colours
from netaudit.charts.timeline import timeline_chart
from netaudit.definitions.guidance import guidance
from netaudit.ui.chart import draw_chart
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import table
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import section
from netaudit.vocabulary import label


def portfolio(own: OwnPage) -> None:
    """The relationships over time, how many at once, and each in full."""
    found = own.ask(person_mentors.mentors, wave=own.at.wave)
    section("My portfolio", found.headline, found.base)
    overlap = own.ask(mentors_portfolio.overlap, wave=own.at.wave)
    chart = timeline_chart(found.data, overlap.data)
    if chart is not None:
        draw_chart(in_page_colours(chart), alt=_alternative(own))
        st.caption(
            "An arrow: still running. A question mark: the start is not known. Shaded: two or more"
            " at one time."
        )
    st.markdown(f"**{md(overlap.headline)}**")
    st.caption(md(overlap.base))
    st.markdown(md(overlap.caution))
    _cards(own)


def _alternative(own: OwnPage) -> str:
    described = own.ask(person_mentors.mentors, wave=own.at.wave).data["described"]
    return f"One bar a relationship, from its start to its end. {'; '.join(described)}."


def _cards(own: OwnPage) -> None:
    found = own.ask(mentors_portfolio.relationships, wave=own.at.wave)
    if not found:
        st.caption(md(f"None of them was told of again at {own.at.title.lower()}."))
        return
    grid = st.grid(2, min_column_width=300, gap="small")
    for one in found:
        with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
            _card(one)
    rows = own.ask(mentors_portfolio.listing, wave=own.at.wave)
    with st.popover("Download", type="tertiary", icon=":material/download:"):
        downloads(rows, f"my_mentors_{own.at.wave}")
    types = [one.code for one in found if one.code in guidance("mentoring_type")]
    with st.expander("What these types of mentoring are"):
        types_of_mentoring(dict.fromkeys(types) or guidance("mentoring_type"))


def _card(one: Relationship) -> None:
    st.markdown(f"**{md(one.title)}**")
    st.caption(md(one.part if one.is_open else f"{one.part} · not open any more"))
    st.markdown("\n".join(f"- {md(title)}: {md(said)}" for title, said in one.facts.items()))


def types_of_mentoring(codes: Mapping[str, object]) -> None:
    """What each of these types is and is good for."""
    texts = guidance("mentoring_type")
    for code in codes:
        st.markdown(
            f"**{md(label('mentoring_type', code))}** \u2002{md(texts[code]['what'])}"
            f" Good for: {md(_lowered(texts[code]['good_for']))}"
        )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def has_waves(own: OwnPage) -> bool:
    """Whether there is more than one wave to set beside each other."""
    return not own.ask(mentors_waves.side_by_side, wave=own.at.wave).is_empty


def waves(own: OwnPage) -> None:
    """The relationships wave beside wave."""
    finding = own.ask(mentors_waves.side_by_side, wave=own.at.wave)
    section("From wave to wave", finding.headline, finding.base)
    table(finding.table, finding.headline)
