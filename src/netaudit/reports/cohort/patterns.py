"""The four patterns: what is shown, wave by wave, the own ratings, and other cut-offs."""

from functools import partial

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.analysis.patterns import cut_offs, states
from netaudit.analysis.patterns.agreement import KAPPA_NEEDS, NEITHER_IS_RIGHT, agreement
from netaudit.charts.pattern_states import pattern_states
from netaudit.charts.share_points import share_bars_by_wave
from netaudit.reports.cohort.parts import Part, aside, part, sentences
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Heading, Note, Paragraph
from netaudit.reports.finding_blocks import fitted, table
from netaudit.schema import PATTERNS
from netaudit.vocabulary import label
from netaudit.wording import NOTHING, known, of

OWN = "By the list and by the own rating"
COLUMNS = ["Pattern", "Same way", "List alone", "Own rating alone", "Kappa", "95% interval"]
LETTERS = 26


def blocks(about: Subject) -> Part:
    """The section on patterns."""
    along = part("Wave by wave", about.figure(states.along_waves), share_bars_by_wave)
    if about.leaves:
        return along
    drawn = partial(pattern_states, watch=states.WATCH_PARTS)
    return (
        *part("What is shown, and what it rests on", about.figure(states.by_basis), drawn),
        Note(text=states.ON_WATCH),
        *along,
        *_own_ratings(about),
        *_other_cut_offs(about),
    )


def _own_ratings(about: Subject) -> Part:
    """One row a pattern; the tables of two by two are set aside."""
    found = [(label("pattern", one), about.figure(agreement, pattern=one)) for one in PATTERNS]
    told = [(name, one) for name, one in found if not one.is_empty]
    if not told:
        return (Heading(text=OWN, level=2), Paragraph(text=found[0][1].withheld))
    rows = pd.DataFrame([_agreeing(name, one) for name, one in told], columns=COLUMNS)
    needs = () if all(rows["Kappa"] != NOTHING) else (KAPPA_NEEDS,)
    rows = rows.loc[:, [name for name in COLUMNS if (rows[name] != NOTHING).any()]]
    return (
        Heading(text=OWN, level=2),
        Paragraph(text="; ".join(_in_short(name, one) for name, one in told) + ".", lead=True),
        table(rows, f"{OWN}: participants whom both put on the same side", _fitted(rows)),
        *(
            set_aside
            for name, one in told
            for set_aside in aside([table(one.table, f"{name}: the list and the own rating")])
        ),
        Note(text=" ".join((*needs, NEITHER_IS_RIGHT))),
    )


def _in_short(name: str, found: Finding) -> str:
    row = found.data.iloc[0]
    return f"{name} the same way for {of(int(row['agreeing']), int(row['n']))}"


def _agreeing(name: str, found: Finding) -> dict[str, str]:
    row = found.data.iloc[0]
    has_kappa = known(row["kappa"])
    between = f"{row['kappa_low']:.2f} to {row['kappa_high']:.2f}" if has_kappa else NOTHING
    return {
        "Pattern": name,
        "Same way": of(int(row["agreeing"]), int(row["n"])),
        "List alone": str(int(row["list_only"])),
        "Own rating alone": str(int(row["own_only"])),
        "Kappa": f"{row['kappa']:.2f}".replace("-", "\N{MINUS SIGN}") if has_kappa else NOTHING,
        "95% interval": between.replace("-", "\N{MINUS SIGN}"),
    }


def _fitted(rows: pd.DataFrame) -> tuple[float, ...]:
    return fitted(rows, [LETTERS] * len(rows.columns))


def _other_cut_offs(about: Subject) -> Part:
    told = [
        (
            f"{label('pattern', one)}: on watch at other cut-offs",
            about.figure(cut_offs.cut_offs, pattern=one),
        )
        for one in PATTERNS
    ]
    return sentences("What other cut-offs would have said", told)
