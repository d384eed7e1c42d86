"""The network of a participant: drawn, as a list, in sentences, and beside earlier waves."""

from netaudit.analysis import person_change, person_measures, person_network, person_purposes
from netaudit.charts.network import network_chart
from netaudit.reports.charts import figure
from netaudit.reports.document import Block, Heading, Note, Paragraph
from netaudit.reports.finding_blocks import finding_table, lead, notes, sentence
from netaudit.reports.person_subject import Subject


def blocks(about: Subject) -> tuple[Block, ...]:
    """The sections on the network of the wave."""
    at = about.at
    heading = Heading(text=f"Your network at {at.title.lower()}")
    if not at.has_contacts:
        return (heading, Paragraph(text=sentence(at.state or "Nobody is listed")))
    return (heading, *_map(about), *_figures(about), *_change(about))


def _map(about: Subject) -> tuple[Block, ...]:
    network = about.ask(person_network.person_network, wave=about.at.wave)
    chart = network_chart(
        network.contacts, network.ties, network.groups, group_title="Works", is_printed=True
    )
    state = (Note(text=about.at.state),) if about.at.state else ()
    return (
        lead(network.finding),
        *state,
        figure(
            chart,
            "You are in the middle; the closer the relationship, the nearer the contact.",
            network.finding.alternative,
            facts=_facts(about),
        ),
        *notes(network.finding),
        *finding_table(network.finding, "Your contacts"),
    )


def _facts(about: Subject) -> tuple[tuple[str, str], ...]:
    if not about.at.count("size"):
        return ()
    figures = about.ask(person_measures.key_measures, wave=about.at.wave)
    return tuple(figures.sentences.items())


def _figures(about: Subject) -> tuple[Block, ...]:
    if not about.at.count("size"):
        return ()
    figures = about.ask(person_measures.key_measures, wave=about.at.wave)
    purposes = about.ask(person_purposes.purposes, wave=about.at.wave)
    return (
        Heading(text="In figures, wave by wave"),
        *finding_table(figures.finding, "The same at every wave"),
        *notes(figures.finding),
        *finding_table(purposes, purposes.headline),
    )


def _change(about: Subject) -> tuple[Block, ...]:
    changed = about.ask(person_change.change, wave=about.at.wave)
    if changed.is_empty:
        return ()
    return (
        Heading(text="What changed"),
        lead(changed),
        *finding_table(changed, changed.base),
        Note(text=changed.caution),
    )
