"""Dropping files: what was recognised in them, what is wrong, and what to do about it."""

from collections import Counter
from functools import partial

import pandas as pd
import streamlit as st

from netaudit.analysis.intake.problems import totals
from netaudit.engine.contents import Contents
from netaudit.errors import NetauditError, Problem
from netaudit.importers.export import ReadExport
from netaudit.importers.platforms import format_words
from netaudit.schema import TABLES
from netaudit.store.record import ImportRecord
from netaudit.store.settings_change import changes_by_importing
from netaudit.ui.figure import table
from netaudit.ui.intake.import_change import DROP, DROPS, already, begin, forget, sorry, tell
from netaudit.ui.intake.job import Job, watch
from netaudit.ui.intake.problems import show_left_out, show_problems
from netaudit.ui.intake.settings_notice import settings_accepted, show_settings_changes
from netaudit.ui.intake.uploads import Drop, Review, drops, review, take_in
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, moment

REVIEWS, KNOWN, WHICH = "reviews", "drops known", "which export"
MISSING = "missing_file"
"""The check that names each required table; where there is no table at all one sentence does."""


def drop_files() -> None:
    """The part of the page where exports come in."""
    tell(DROP)
    st.markdown(
        "Drop one export: a zip archive, an Excel workbook, or its CSV files together with"
        " programme\\.toml. Nothing is stored before you say so."
    )
    files = st.file_uploader(
        "Files of an export",
        accept_multiple_files=True,
        key=f"drop {st.session_state.get(DROPS, 0)}",
        label_visibility="collapsed",
        on_change=forget,
    )
    exports, others = drops(files)
    if others:
        st.warning(
            f"Left aside: {md(', '.join(others))}\\. An export comes as a zip archive, an Excel"
            " workbook, or CSV files with programme\\.toml\\.",
            icon=":material/block:",
        )
    _choose_newest(exports)
    if exports:
        _decide(_chosen(exports), is_last=len(exports) == 1)


def _choose_newest(exports: tuple[Drop, ...]) -> None:
    """Chooses what was dropped beside earlier files; of files dropped at once the first."""
    keys = [export.key for export in exports]
    known = st.session_state.get(KNOWN, [])
    if keys != known:
        new = [place for place, key in enumerate(keys) if key not in known]
        st.session_state[WHICH] = str(new[0] if new else 0)
        st.session_state[KNOWN] = keys


def _chosen(exports: tuple[Drop, ...]) -> Drop:
    if len(exports) == 1:
        return exports[0]
    st.info(
        f"These are {len(exports)} exports. Look at them one at a time. Where two hold the same"
        " audit, the import made later counts; take out with its cross what you do not need.",
        icon=":material/stacks:",
    )
    names = {str(place): md(export.name) for place, export in enumerate(exports)}
    place = st.radio("Which export", list(names), format_func=names.__getitem__, key=WHICH)
    return exports[int(place)]


def _decide(drop: Drop, *, is_last: bool) -> None:
    try:
        found = _reviewed(drop)
    except NetauditError as error:
        sorry(error)
        return
    _recognised(found.read.contents, found.read.platform, drop)
    if not found.read.contents.tables:
        show_problems([p for p in found.read.problems if p.check != MISSING], "problems")
        return
    if found.earlier is not None and not found.earlier.undone:
        already(found.earlier)
        return
    errors = [problem for problem in found.read.problems if problem.severity == "error"]
    if errors:
        _refuse(found.read, errors, drop, is_last=is_last)
        return
    _undone_before(found.earlier)
    st.success("No errors were found.", icon=":material/check_circle:")
    _import_button("Import", found.read, drop, leave_out=False, is_last=is_last)
    show_problems(found.read.problems, "problems")


def _reviewed(drop: Drop) -> Review:
    """The review of these files, made once; earlier ones of the session are forgotten."""
    kept = st.session_state.setdefault(REVIEWS, {})
    mark = (drop.key, workspace().fingerprint)
    if mark not in kept:
        kept.clear()
        kept[mark] = Job(partial(review, workspace(), drop))
    job: Job[Review] = kept[mark]
    watch(job, "Reading")
    return job.result


def _recognised(held: Contents, platform: str, drop: Drop) -> None:
    st.subheader("What was recognised", anchor=False)
    if not held.tables:
        st.warning(
            f"No table of an export was found in {md(drop.name)}\\. It needs participants, audits"
            " and contacts, as CSV files or as sheets; there are empty ones under Templates\\.",
            icon=":material/search_off:",
        )
        return
    st.markdown("  \n".join(md(words) for words in _about(held, platform)))
    with st.expander(f"{counted(len(held.tables), 'table')} with rows and columns"):
        table(_contents_table(held), "Tables that were recognised, with rows and columns")
    if held.missing:
        st.warning(
            f"An import also needs these tables: {md(', '.join(held.missing))}\\.",
            icon=":material/search_off:",
        )


def _about(held: Contents, platform: str) -> list[str]:
    rows = ", ".join(
        f"{found.table.replace('_', ' ')} {NOTHING if found.rows is None else f'{found.rows:,}'}"
        for found in held.tables
    )
    said = [f"An export in {format_words(platform)}. Rows: {rows}."]
    for one, names in (("Cohort", held.cohorts), ("Wave", held.waves)):
        if names:
            said.append(f"{one if len(names) == 1 else one + 's'}: {', '.join(names)}.")
    absent = [t.name for t in TABLES.values() if not t.required]
    absent = [name for name in absent if name not in {found.table for found in held.tables}]
    if absent:
        stays = "" if workspace().is_empty else " What earlier imports hold of these stays."
        said.append(f"Not in it: {', '.join(name.replace('_', ' ') for name in absent)}.{stays}")
    return said


def _contents_table(held: Contents) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Table": readable(found.table),
                "File": found.file,
                "Rows": "could not be read" if found.rows is None else f"{found.rows:,}",
                "Columns": ", ".join(found.columns),
                "Left aside": ", ".join(found.left_aside),
            }
            for found in held.tables
        ]
    )


def _undone_before(earlier: ImportRecord | None) -> None:
    if earlier is not None:
        st.info(
            md(
                f"This export was imported on {moment(earlier.imported_at)} as {earlier.id} and"
                " then undone. You can count it again under Imports so far, or import it anew."
            ),
            icon=":material/history:",
        )


def _refuse(read: ReadExport, errors: list[Problem], drop: Drop, *, is_last: bool) -> None:
    found = totals(errors)
    st.error(f"Nothing has been imported yet: {found} found.", icon=":material/error:")
    show_problems(read.problems, "problems")
    st.subheader("What would you like to do?", anchor=False)
    with st.container(border=True):
        st.markdown("**Mend the file and drop it again**")
        st.markdown(
            "Every row named above is numbered as your spreadsheet numbers it. Mend it where the"
            " answers come from, export again, and take the old file out with its cross."
        )
    with st.container(border=True):
        st.markdown("**Import without the bad rows**")
        if read.refused:
            st.markdown(
                "That is not possible here: a whole file or column is missing or cannot be read."
            )
        else:
            _leave_out(read, drop, is_last=is_last)


def _leave_out(read: ReadExport, drop: Drop, *, is_last: bool) -> None:
    number = counted(len(read.left_out), "row")
    st.markdown(
        f"{number} would stay out, with everything that hangs on a bad row: a participant's"
        " audits, an audit's contacts, a contact's ties. Each one stays listed with its reason."
    )
    held: Counter[str] = Counter()
    for found in read.contents.tables:
        held[found.file] += found.rows or 0
    show_left_out(read.left_out, held, "left-out")
    words = f"Import without {_these(read)}"
    _import_button(words, read, drop, leave_out=True, is_last=is_last)


def _these(read: ReadExport) -> str:
    number = len(read.left_out)
    return "this row" if number == 1 else f"these {number:,} rows"


def _import_button(
    words: str, read: ReadExport, drop: Drop, *, leave_out: bool, is_last: bool
) -> None:
    changes = changes_by_importing(workspace(), read.programme_text)
    show_settings_changes(changes)
    accepted = settings_accepted(changes, " ".join(drop.key))
    st.button(
        words,
        type="secondary" if leave_out else "primary",
        icon=":material/database_upload:",
        on_click=_start,
        args=(drop, leave_out, is_last),
        disabled=not accepted,
    )


def _start(drop: Drop, leave_out: bool, is_last: bool) -> None:
    begin("Importing", partial(take_in, workspace(), drop, leave_out_bad_rows=leave_out), DROP)
    if is_last:
        st.session_state[DROPS] = st.session_state.get(DROPS, 0) + 1
