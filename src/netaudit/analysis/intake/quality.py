"""How complete the stored data are: audits, ties, answers about contacts, what was never asked."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding
from netaudit.analysis.intake.fields import without
from netaudit.analysis.release.disclosure import release_rows
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.schema import CONTACTS
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, readable
from netaudit.wording import NOTHING, counted, enumerated, of

LISTS = {code: code for code in VOCABULARIES["contacts_status"]}
TIES = {
    "all_pairs_asked": "all_pairs_asked",
    "positive_only_complete": "positive_only_complete",
    "ties_partial": "partial",
    "ties_not_asked": "not_asked",
}
"""The columns of the summary that count a status, and the status's code."""

NOT_ASKED = "Not asked"

MOST_NAMED = 4
"""So many questions that are unknown equally often are named one by one."""

CONTACT_MEANINGS = {column.name: column.meaning for column in CONTACTS.columns}


def audits(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How far the lists of contacts were filled in, by cohort and wave."""
    rows = ask(database, viewer, "quality_audits", selection)
    opened, done = int(rows["audits"].sum()), int(rows["not_done"].sum())
    return Finding(
        id="quality-audits",
        headline=f"{of(opened - done, opened, 'audits')} were filled in, wholly or in part"
        if opened
        else "No audits are stored yet",
        base=f"Base: {counted(opened, 'audit')} opened, one for each participant and wave.",
        data=rows,
        table=_status_table(rows, "audits", "Audits opened", LISTS, "contacts_status"),
        alternative="A table of audits by cohort, wave and how far the list was filled in.",
    )


def ties(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How the ties between contacts were asked, by cohort and wave."""
    rows = ask(database, viewer, "quality_audits", selection)
    lists = int(rows["with_pairs"].sum())
    whole = int(rows["all_pairs_asked"].sum() + rows["positive_only_complete"].sum())
    return Finding(
        id="quality-ties",
        headline=f"The ties were asked in full for {of(whole, lists, 'lists of contacts')}"
        if lists
        else "There is no list with two contacts or more, so no ties could be asked",
        base=f"Base: {counted(lists, 'list')} with two contacts or more.",
        data=rows,
        table=_status_table(rows, "with_pairs", "Lists with pairs", TIES, "ties_status"),
        alternative="A table of lists by cohort, wave and how the ties were asked.",
        caution="Figures on structure rest on the lists whose ties were asked in full.",
    )


def _status_table(
    rows: pd.DataFrame, whole: str, heading: str, statuses: dict[str, str], vocabulary: str
) -> pd.DataFrame:
    words = VOCABULARIES[vocabulary]
    return pd.DataFrame(
        {
            "Cohort": rows["cohort"],
            "Wave": [readable(wave) for wave in rows["wave"]],
            "Participants": rows["participants"],
            heading: rows[whole],
            **{words[code]: rows[column] for column, code in statuses.items()},
        }
    )


def answers(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The share of answers about contacts that are not known, by question and wave.

    The chart draws the latest wave; its columns are category, share and label.
    """
    asked = ask(database, viewer, "quality_answers", selection)
    rows, withheld = release_rows(asked, base="participants", audience=audience(database, viewer))
    latest = rows[(rows["wave_no"] == rows["wave_no"].max()) & rows["share"].notna()]
    latest = latest.sort_values(["share", "question"], ascending=[False, True])
    return Finding(
        id="quality-answers",
        headline=answers_headline(latest),
        base=_answers_base(latest),
        data=pd.DataFrame(
            {
                "category": [question_words(name) for name in latest["question"]],
                "share": latest["share"],
                # Without the percentage, which the axis shows: there is little room on a telephone.
                "label": [
                    f"{unknown:,} of {contacts:,}"
                    for unknown, contacts in zip(latest["unknown"], latest["contacts"], strict=True)
                ],
            }
        ).reset_index(drop=True),
        table=_answers_table(rows),
        alternative="Bars, one for each question about contacts, of how many answers are unknown.",
        caution="A blank counts as unknown, and so does an answer that says it is not known.",
        withheld=withheld,
    )


def answers_headline(latest: pd.DataFrame) -> str:
    """Which questions are unknown most often; `latest` has one question a row, worst first."""
    if latest.empty:
        return "There are no answers about contacts to look at"
    most = latest.iloc[0]
    tied = latest[latest["share"] == most["share"]]
    wave = readable(most["wave"]).lower()
    if not most["unknown"]:
        return f"Every question about contacts was answered for everybody at {wave}"
    count = of(int(most["unknown"]), int(most["contacts"]), "contacts")
    first, *others = [question_words(name) for name in tied["question"]]
    names = [first, *(f"{name[:1].lower()}{name[1:]}" for name in others)]
    if len(names) == 1:
        return f"{names[0]} is the question most often left unknown at {wave}: {count}"
    if len(names) > MOST_NAMED:
        return f"{len(names)} questions are most often left unknown at {wave}: each for {count}"
    return (
        f"{enumerated(names)} are the questions most often left unknown at {wave}: each for {count}"
    )


def _answers_base(latest: pd.DataFrame) -> str:
    if latest.empty:
        return "Base: completed audits with contacts."
    contacts, people = int(latest["contacts"].max()), int(latest["participants"].max())
    return (
        f"Base: {counted(contacts, 'contact')} that {counted(people, 'participant')} listed at the"
        " latest wave, weak ties included."
    )


def _shares(rows: pd.DataFrame) -> list[str]:
    return [
        of(int(row["unknown"]), int(row["contacts"])) if row["answered"] else NOT_ASKED
        for row in rows.to_dict("records")
    ]


def _answers_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a question, in the order of the export's columns; one column a wave, and the cost."""
    said = rows.assign(said=_shares(rows))
    order = [name for name in CONTACTS.column_names if name in set(said["question"])]
    further = sorted(set(said["question"]) - set(order))
    table = pd.DataFrame(
        {
            "Question": [question_words(name) for name in (*order, *further)],
            "Column": [*order, *further],
        }
    )
    for wave in dict.fromkeys(said["wave"]):
        of_wave = said[said["wave"] == wave].set_index("question")["said"]
        table[readable(wave)] = [of_wave.get(name, NOTHING) for name in table["Column"]]
    table["Without it"] = [without(f"contacts.{name}") for name in table["Column"]]
    return table


def question_words(column: str) -> str:
    """A column of contacts as people call the question: `gender_rel` is `Gender`."""
    if column.startswith("invest_"):
        return readable(CONTACT_MEANINGS[column].removeprefix("rating: "))
    return readable(column.removeprefix("x_").removesuffix("_rel"))


def not_asked(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The measures without a single value, each with what switches it off."""
    held = set(ask(database, viewer, "quality_measures", selection)["measure"])
    off = [measure for measure in registry.measures().values() if measure.id not in held]
    silent = _never_asked(database, viewer, selection)
    table = pd.DataFrame(
        [
            {"Measure": m.title, "It has no value when": " ".join(m.undefined_when.split())}
            for m in sorted(off, key=lambda measure: measure.title)
        ],
        columns=["Measure", "It has no value when"],
    )
    return Finding(
        id="quality-not-asked",
        headline=f"{counted(len(off), 'measure')} of {len(registry.measures())}"
        f" {'is' if len(off) == 1 else 'are'} switched off by what was not asked"
        if off
        else "Every measure has values",
        base=f"Questions about contacts that nobody was asked: {', '.join(silent)}."
        if silent
        else "Every question about contacts was asked at least once.",
        data=table,
        table=table,
        alternative="A table of the measures that have no value, and why.",
    )


def _never_asked(database: Database, viewer: Viewer, selection: Selection) -> list[str]:
    rows = ask(database, viewer, "quality_answers", selection)
    total = rows.groupby("question")["answered"].sum()
    return [
        question_words(name) for name in CONTACTS.column_names if name in total and not total[name]
    ]
