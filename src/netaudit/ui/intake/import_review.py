"""Dropping files: what was recognised in them, what is wrong, and what to do about it."""

from collections import Counter
from functools import partial

import streamlit as st

from netaudit.analysis.intake.problems import totals
from netaudit.errors import NetauditError, Problem
from netaudit.importers.export import ReadExport
from netaudit.importers.mapping.recipe import Recipe, whole, written
from netaudit.store.own_cohorts import no_import, no_settings, settings_elsewhere
from netaudit.store.record import ImportRecord
from netaudit.store.settings_change import Incoming, changes_by_importing
from netaudit.ui.intake.import_change import DROP, DROPS, already, begin, forget, sorry, tell
from netaudit.ui.intake.job import Job, watch
from netaudit.ui.intake.mapping_preview_view import show_preview
from netaudit.ui.intake.mapping_saved import begin_with_file
from netaudit.ui.intake.mapping_state import held, hold, let_go, put_away, said
from netaudit.ui.intake.mapping_view import map_survey
from netaudit.ui.intake.problems import show_left_out, show_problems
from netaudit.ui.intake.recognised import recognised
from netaudit.ui.intake.settings_notice import settings_accepted, show_settings_changes
from netaudit.ui.intake.uploads import Drop, Review, drops, review, take_in
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, moment

REVIEWS, KNOWN, WHICH = "reviews", "drops known", "which export"
MISSING = "missing_file"
"""The check that names each required table; where there is no table at all one sentence does."""


def drop_files() -> None:
    """The part of the page where exports come in."""
    tell(DROP)
    st.markdown(
        "Drop one export, as your survey tool gives it or in netaudit's own form: a zip archive, an"
        " Excel workbook, or all of its CSV files. Nothing is stored before you say so."
    )
    files = st.file_uploader(
        "Files of an export",
        accept_multiple_files=True,
        key=f"drop {st.session_state.get(DROPS, 0)}",
        label_visibility="collapsed",
        on_change=_other_files,
    )
    exports, others = drops(files) if files else (_still_here(), ())
    if others:
        st.warning(
            f"Left aside: {md(', '.join(others))}\\. An export comes as a zip archive, an Excel"
            " workbook, or CSV files with programme\\.toml\\.",
            icon=":material/block:",
        )
    _choose_newest(exports)
    if exports:
        _decide(_chosen(exports), exports)


def _other_files() -> None:
    forget()
    put_away()


def _forget_all() -> None:
    forget()
    let_go()


def _still_here() -> tuple[Drop, ...]:
    """Files whose mapping was begun before the page was left."""
    exports = held()
    if exports:
        names = ", ".join(export.name for export in exports)
        st.info(f"Still here from before: {md(names)}\\.", icon=":material/draft:")
        st.button("Take it away", icon=":material/close:", on_click=_forget_all)
    return exports


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


def _decide(drop: Drop, exports: tuple[Drop, ...]) -> None:
    is_last = len(exports) == 1
    begin_with_file(drop)
    try:
        found = _reviewed(drop)
    except NetauditError as error:
        sorry(error)
        return
    within = identity.viewer().cohorts
    if within is not None and found.others:
        sorry(no_import(within))
        return
    if found.read.mapping is not None:
        hold(exports)
        if not map_survey(drop, found):
            return
    title = "What would be imported" if found.read.mapping else "What was recognised"
    recognised(found.read.contents, found.read.platform, drop, title)
    show_preview(found)
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
    mapping = said(drop).recipe
    mark = (drop.key, workspace().fingerprint, written(mapping))
    if mark not in kept:
        kept.clear()
        within = identity.viewer().cohorts
        kept[mark] = Job(partial(review, workspace(), drop, mapping, within=within))
    job: Job[Review] = kept[mark]
    watch(job, "Reading")
    return job.result


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
    counting = workspace().counting()
    brought = Incoming(programme_text=read.programme_text)
    within = identity.viewer().cohorts
    if of_others := settings_elsewhere(counting, (*counting, brought), within):
        sorry(no_settings(of_others))
        return
    accepted = settings_accepted(changes, " ".join(drop.key))
    st.button(
        words,
        type="secondary" if leave_out else "primary",
        icon=":material/database_upload:",
        on_click=_start,
        args=(drop, whole(read.mapping.recipe) if read.mapping else None, leave_out, is_last),
        disabled=not accepted,
    )


def _start(drop: Drop, mapping: Recipe | None, leave_out: bool, is_last: bool) -> None:
    work = partial(
        take_in,
        workspace(),
        drop,
        mapping,
        leave_out_bad_rows=leave_out,
        within=identity.viewer().cohorts,
    )
    begin("Importing", work, DROP, in_every_cohort=False)
    if is_last:
        let_go()
        st.session_state[DROPS] = st.session_state.get(DROPS, 0) + 1
