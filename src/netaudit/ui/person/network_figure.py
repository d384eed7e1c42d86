"""The drawing of a network, what is known of the contact chosen in it, and the list of contacts."""

from typing import Any

import streamlit as st

from netaudit.analysis.person.network import GROUPINGS, Grouping, PersonNetwork
from netaudit.charts.network import SELECTED_FIELD, SELECTION, network_chart
from netaudit.charts.network_layout import NARROW, WIDE, Canvas
from netaudit.ui.chart import draw_chart
from netaudit.ui.downloads import downloads
from netaudit.ui.markdown import md
from netaudit.ui.roomy_table import roomy_table

GROUPING = "sectors"
LOOKS = f"""<style>
.st-key-network {{ container-type: inline-size; }}
.st-key-network-{NARROW.name} {{ display: none; }}
@container (max-width: {WIDE.width}px) {{
  .st-key-network-{NARROW.name} {{ display: flex; }}
  .st-key-network-{WIDE.name} {{ display: none; }}
}}
@media print {{
  .st-key-network {{ container-type: normal; }}
  .st-key-network-tools:not(:has(li)) {{ display: none; }}
}}
</style>"""
"""The small drawing takes the place of the large one where there is no room for it; what cannot
be used on paper is not printed."""


def choose_grouping() -> Grouping:
    """What the sectors, colours and shapes stand for."""
    chosen: Grouping | None = st.segmented_control(
        "Group the contacts by",
        list(GROUPINGS),
        key=GROUPING,
        default="affiliation",
        format_func=lambda name: GROUPINGS[name],
        required=True,
    )
    return chosen or "affiliation"


def show_network(network: PersonNetwork, grouping: Grouping) -> None:
    """The drawing in the size of the screen, the chosen contact beside it, the list below."""
    st.html(LOOKS)
    key = f"contact of {network.finding.id}"
    drawing, beside = st.columns([7, 3], gap="medium")
    with beside, st.container(key="network-tools"):
        chosen = _chosen_contact(network, key)
    with drawing, st.container(key="network"):
        for canvas in (WIDE, NARROW):
            with st.container(key=f"network-{canvas.name}"):
                _draw(network, grouping, chosen, canvas, key)
    st.markdown("**The contacts as a list**")
    roomy_table(
        network.finding.table, network.finding.id, f"The contacts. {network.finding.headline}"
    )
    with st.popover("Download", type="tertiary", icon=":material/download:"):
        downloads(network.finding.table, network.finding.id)


def _draw(
    network: PersonNetwork, grouping: Grouping, chosen: int | None, canvas: Canvas, key: str
) -> None:
    chart = network_chart(
        network.contacts,
        network.ties,
        network.groups,
        group_title=GROUPINGS[grouping],
        chosen=chosen,
        canvas=canvas,
    )
    widget = f"{canvas.name} {key}"
    draw_chart(
        chart,
        width="content",
        alt=network.finding.alternative,
        key=widget,
        on_select=lambda: _clicked(widget, key),
        selection_mode=SELECTION,
    )


def _chosen_contact(network: PersonNetwork, key: str) -> int | None:
    """The choice for those who use a keyboard, and in words what is known of that contact."""
    lines = dict(
        zip(network.contacts["contact_number"], network.contacts["description"], strict=True)
    )
    chosen: int | None = st.selectbox(
        "Contact",
        [int(number) for number in lines],
        index=None,
        key=key,
        format_func=lambda number: lines[number],
        placeholder="Choose one",
    )
    if chosen is None:
        st.caption("Choose a contact here or in the drawing to see what is known of them.")
        return None
    st.markdown(
        "\n".join(f"- {md(title)}: **{md(said)}**" for title, said in network.facts[chosen].items())
    )
    return chosen


def _clicked(widget: str, key: str) -> None:
    """A click on a contact, in either size of the drawing, is the same as choosing it by name."""
    event: Any = st.session_state[widget]
    picked = event["selection"].get(SELECTION) or []
    numbers = [mark[SELECTED_FIELD] for mark in picked if SELECTED_FIELD in mark]
    st.session_state[key] = int(numbers[0]) if numbers else None
