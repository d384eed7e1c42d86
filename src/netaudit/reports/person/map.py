"""The network of a participant: drawn, as a list, in sentences, and beside earlier waves."""

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import left_out as person_left_out
from netaudit.analysis.person import measures, resources
from netaudit.analysis.person import network as person_network
from netaudit.analysis.person import purposes as person_purposes
from netaudit.analysis.person import weak_list as person_weak_list
from netaudit.charts.network import network_chart
from netaudit.reports.charts import figure
from netaudit.reports.document import Block, Fact, Facts, Heading, Note, Paragraph
from netaudit.reports.finding_blocks import fitted, lead, notes, sentence, table
from netaudit.reports.person.subject import Subject

CONTACT_LETTERS = (13, 20, 14, 12, 10, 10, 14, 16)
CAPTION = "You are in the middle; the closer the relationship, the nearer the contact."


def blocks(about: Subject) -> tuple[Block, ...]:
    """The sections on the network of the wave."""
    heading = Heading(text=f"Your network at {about.at.title.lower()}")
    if not about.at.has_contacts:
        return (heading, Paragraph(text=sentence(about.at.state or "Nobody is listed")))
    return (heading, *_map(about), *_around(about))


def _map(about: Subject) -> tuple[Block, ...]:
    network = about.ask(person_network.person_network, wave=about.at.wave)
    chart = network_chart(
        network.contacts, network.ties, network.groups, group_title="Works", is_printed=True
    )
    contacts = network.finding.table.rename(columns={"Knows contact": "Knows"})
    state = (Note(text=about.at.state),) if about.at.state else ()
    return (
        lead(network.finding),
        *state,
        figure(chart, CAPTION, network.finding.alternative, facts=_facts(about)),
        table(contacts, "Your contacts", fitted(contacts, CONTACT_LETTERS)),
        *notes(network.finding),
    )


def _facts(about: Subject) -> tuple[Fact, ...]:
    """The list in sentences; nothing where there are weak ties alone."""
    if not about.at.count("size"):
        return ()
    here = {"wave": about.at.wave}
    sentences = about.ask(measures.key_measures, **here).sentences
    purposes = about.ask(person_purposes.purposes, **here)
    inside = () if purposes.is_empty else (("Purposes, inside", sentence(purposes.headline)),)
    return (*sentences.items(), *inside)


def _around(about: Subject) -> tuple[Block, ...]:
    """The second list, what rests on one contact alone, and what was left unanswered."""
    here = {"wave": about.at.wave}
    weak = about.ask(person_weak_list.weak_list, **here)
    alone = about.ask(resources.only_one, **here)
    missing = about.ask(person_left_out.left_out, **here)
    said = (
        ("The second list", "" if weak.is_empty else f"{sentence(weak.headline)} {weak.base}"),
        ("Only one for", _lines(alone, "{}: {}")),
        ("Not answered", _lines(missing, "{} (it would show {})")),
    )
    facts = tuple(fact for fact in said if fact[1])
    return (Facts(facts=facts),) if facts else ()


def _lines(finding: Finding, shape: str) -> str:
    """The rows of a finding's two columns, told one after the other."""
    return sentence("; ".join(shape.format(*row) for row in finding.table.itertuples(index=False)))
