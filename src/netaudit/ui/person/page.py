"""One participant's page below the picker."""

from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import change as person_change
from netaudit.analysis.person import change_parts as person_change_parts
from netaudit.analysis.person import measures, plan
from netaudit.analysis.person import mentors as person_mentors
from netaudit.analysis.person import network as person_network
from netaudit.analysis.person import patterns as person_patterns
from netaudit.analysis.person import purposes as person_purposes
from netaudit.analysis.person import resources as person_resources
from netaudit.analysis.person import waves as person_waves
from netaudit.analysis.person import weak_list as person_weak_list
from netaudit.analysis.person.header import Person
from netaudit.analysis.person.waves import PersonWave
from netaudit.charts.theme import Chart, in_page_colours
from netaudit.charts.timeline import timeline_chart
from netaudit.ui.chart import draw_chart
from netaudit.ui.downloads import downloads
from netaudit.ui.follow_up.panel import follow_up_panel
from netaudit.ui.frame import View
from netaudit.ui.markdown import md, md_table
from netaudit.ui.own.network_patterns import cards as pattern_cards
from netaudit.ui.person.network_figure import choose_grouping, show_network
from netaudit.ui.roomy_table import roomy_table
from netaudit.vocabulary import readable

LOOKS = Path(__file__).with_name("person.css")
IF_ANSWERED = (
    person_weak_list.weak_list,
    person_resources.resources,
    person_resources.only_one,
    person_change.change,
    person_change_parts.change_parts,
)
"""What is left out where nobody answered, or where there is no earlier list."""


def show_person(view: View, shown: Person) -> None:
    """Who it is, the waves, and at the page's wave the network and what is said about it."""
    st.html(LOOKS)
    waves = view.ask(person_waves.waves, participant=shown.id)
    _header(shown, waves)
    follow_up_panel(view, shown)
    wave = view.selection.wave or (waves[-1].wave if waves else None)
    at = next((one for one in waves if one.wave == wave), None)
    if at is None:
        _never_due(wave, waves)
    elif not at.is_completed:
        st.info(f"{md(at.title)}: {md(at.state)}")
    else:
        _network(view, shown, at)
    if any(one.is_completed for one in waves):
        _figures(view, shown, at or waves[-1])
    _plan(view, shown)


def _header(shown: Person, waves: tuple[PersonWave, ...]) -> None:
    st.header(md(shown.title), anchor=False)
    facts = [shown.id, *shown.facts] if shown.name else list(shown.facts)
    st.caption(md(" · ".join(facts)))
    if not waves:
        return
    rows = pd.DataFrame(
        {
            "Wave": [one.title for one in waves],
            "Audit": [person_waves.answered(one) for one in waves],
            "Network": [person_network.network_headline(one) for one in waves],
        }
    )
    st.table(md_table(rows), border="horizontal", hide_index=True, alt="The waves answered")


def _never_due(wave: str | None, waves: tuple[PersonWave, ...]) -> None:
    when = f" at {readable(wave).lower()}" if wave else ""
    st.info(f"There is no audit of this participant{md(when)}.")
    done = [one.title for one in waves if one.is_completed]
    if done:
        st.caption(md(f"Choose another wave above to see one: {', '.join(done)}."))


def _network(view: View, shown: Person, at: PersonWave) -> None:
    if not at.has_contacts:
        st.info(f"{md(at.title)}: {md(at.state or 'Nobody is listed.')}")
        return
    place = st.container()
    grouping = choose_grouping()
    network = view.ask(
        person_network.person_network, participant=shown.id, wave=at.wave, grouping=grouping
    )
    with place:
        _title(network.finding)
        if at.state:
            st.caption(f":material/info: {md(at.state)}")
        if not shown.sees_labels:
            st.caption(
                ":material/visibility_off: The participant's own labels for the contacts are not"
                " shown to you."
            )
    show_network(network, grouping)


def _figures(view: View, shown: Person, at: PersonWave) -> None:
    here = {"participant": shown.id, "wave": at.wave}
    figures = view.ask(measures.key_measures, **here)
    if at.count("size"):
        _title_only("Key figures", at.title)
        grid = st.grid(3, min_column_width=250, gap="small")
        for title, sentence in figures.sentences.items():
            with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f"**{md(title)}**")
                st.markdown(md(sentence))
    _section(figures.finding)
    _patterns(view.ask(person_patterns.patterns, **here))
    if at.count("size"):
        _section(view.ask(person_purposes.purposes, **here))
    for question in IF_ANSWERED:
        finding = view.ask(question, **here)
        if not finding.is_empty:
            _section(finding)
    mentoring = view.ask(person_mentors.mentors, **here)
    _section(mentoring, timeline_chart(mentoring.data))


def _patterns(finding: Finding) -> None:
    """The cards, where anything is known of any pattern."""
    _title(finding)
    told = finding.data[["display", "own"]].isin(["watch", "clear", "high", "low"])
    if told.any(axis=None):
        pattern_cards(finding)


def _plan(view: View, shown: Person) -> None:
    parts = (
        view.ask(plan.actions, participant=shown.id, today=date.today()),
        view.ask(plan.activities, participant=shown.id),
    )
    recorded = [part for part in parts if not part.is_empty]
    for part in recorded:
        _section(part)
    if not recorded:
        st.caption("No plan of actions or activities is recorded.")


def _section(finding: Finding, chart: Chart | None = None) -> None:
    """A finding with its rows in full view: the page is made to be printed."""
    _title(finding)
    if chart is not None:
        draw_chart(in_page_colours(chart), alt=finding.alternative)
    if not finding.table.empty:
        roomy_table(finding.table, finding.id, finding.headline)
        with st.popover("Download", type="tertiary", icon=":material/download:"):
            downloads(finding.table, finding.id)
    if finding.caution:
        st.caption(f":material/info: {md(finding.caution)}")


def _title(finding: Finding) -> None:
    st.subheader(md(finding.headline), anchor=False)
    if finding.base:
        st.caption(md(finding.base))


def _title_only(title: str, wave: str) -> None:
    st.subheader(md(f"{title} at {wave.lower()}"), anchor=False)
