"""The lists wave beside wave, what moved between two of them, and the cohort's middle."""

import streamlit as st

from netaudit.analysis.person import change as person_change
from netaudit.analysis.person import change_parts as person_change_parts
from netaudit.analysis.person import list_by_wave as person_list_by_wave
from netaudit.analysis.person import measures
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.network_section import lines, rows, sentence, told
from netaudit.ui.own.section import section
from netaudit.vocabulary import readable

SINCE = "since"
TOPIC = "From wave to wave"


def waves(own: OwnPage) -> None:
    """Who stayed, came and left, and why the shares moved; one line where there is one list."""
    lists = own.ask(person_list_by_wave.list_by_wave)
    if lists.is_empty:
        section(TOPIC, "There is one list", "With two, this part shows who stayed and who is new.")
        return
    told(TOPIC, lists, download=True)
    since = _since(own)
    if since is None:
        return
    pair = {"wave": own.at.wave, "since": since}
    changed = own.ask(person_change.change, **pair)
    sentence(changed)
    if not changed.is_empty:
        lines(person_change.by_turn(changed))
        st.caption(f":material/info: {md(changed.caution)}")
    parts = own.ask(person_change_parts.change_parts, **pair)
    if not parts.is_empty:
        sentence(parts)
        rows(parts, download=True)


def _since(own: OwnPage) -> str | None:
    """The earlier wave to compare with: the first one, until another is chosen."""
    done = [one.wave for one in own.waves if one.is_completed]
    if own.at.wave not in done:
        return None
    earlier = done[: done.index(own.at.wave)]
    if len(earlier) < 2:
        return earlier[0] if earlier else None
    return st.segmented_control(
        "Compare with",
        earlier,
        key=SINCE,
        default=earlier[0],
        format_func=lambda wave: md(readable(wave)),
        required=True,
    )


def figures(own: OwnPage) -> None:
    """The key figures of every wave, beside the cohort's middle where there is one to show."""
    finding = own.ask(measures.key_measures, wave=own.at.wave).finding
    if not finding.table.empty:
        section("The figures side by side", finding.headline, finding.base)
        rows(finding, download=True)
