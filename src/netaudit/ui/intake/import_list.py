"""The imports that were made, and the ways to set one aside or to count it again."""

import streamlit as st

from netaudit.analysis.intake.changes import (
    details_title,
    facts,
    redo_effect,
    rows_table,
    undo_effect,
)
from netaudit.engine.duckdb import Progress
from netaudit.errors import NetauditError
from netaudit.store.effect import overlap
from netaudit.store.own_cohorts import imports_within
from netaudit.store.record import ImportRecord
from netaudit.store.settings_change import changes_by_switching
from netaudit.ui.figure import table
from netaudit.ui.intake.import_change import LIST, begin, sorry, tell
from netaudit.ui.intake.problems import problem_list, show_left_out
from netaudit.ui.intake.settings_notice import show_settings_changes
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, moment

ASKED = "import asked about"
FIRST_SHOWN = 10


def list_imports() -> None:
    """Every import, newest first, undone ones too."""
    tell(LIST)
    records = imports_within(workspace(), identity.viewer().cohorts)
    others = len(workspace().imports()) - len(records)
    if others:
        st.caption(f"Not listed: {counted(others, 'import')} about other cohorts as well.")
    if not records:
        st.info("Nothing was imported yet.", icon=":material/inbox:")
        return
    counting = sum(not record.undone for record in records)
    st.markdown(
        f"{counting} of {counted(len(records), 'import')}"
        f" {'counts' if counting == 1 else 'count'} towards the figures. Newest first."
    )
    everything = len(records) <= FIRST_SHOWN or st.toggle(f"Show all {len(records)}")
    for record in records if everything else records[:FIRST_SHOWN]:
        with st.container(border=True, gap="small"):
            _import(record)


def _import(record: ImportRecord) -> None:
    state = ":gray-badge[Undone]" if record.undone else ":green-badge[Counts]"
    st.markdown(f"**{md(moment(record.imported_at))}** {state}")
    st.markdown(md(", ".join(record.files)))
    st.caption(md(f"{record.id} · {facts(record)}"))
    _details(record)
    if st.session_state.get(ASKED) == record.id:
        _confirm(record)
    else:
        st.button(
            "Count it again" if record.undone else "Undo this import",
            key=f"ask {record.id}",
            icon=":material/redo:" if record.undone else ":material/undo:",
            on_click=_ask,
            args=(record.id,),
        )


def _details(record: ImportRecord) -> None:
    key = f"details {record.id}"
    with st.expander(details_title(record), key=key, on_change="rerun") as details:
        if not details.open:
            return
        table(rows_table(record), "Rows of each table")
        if identity.viewer().role != "coordinator":
            st.caption("The rows that problems were found in name people: coordinators see them.")
            return
        if record.left_out and identity.viewer().cohorts is not None:
            # What was left out is in no table, so nobody knows which cohort it was about.
            st.caption(
                f"{counted(len(record.left_out), 'row')} left out, perhaps of other cohorts: those"
                " whose role holds in every cohort see them."
            )
            return
        warnings = [problem for problem in record.problems if problem.severity == "warning"]
        if warnings:
            st.markdown("**Warnings**")
            problem_list(warnings, f"{record.id}-warnings")
        if record.left_out:
            st.markdown("**Rows left out**")
            show_left_out(record.left_out, {}, f"{record.id}-left-out")


def _confirm(record: ImportRecord) -> None:
    try:
        of = overlap(workspace(), record.id)
        settings = changes_by_switching(workspace(), record.id)
    except NetauditError as error:
        sorry(error)
        return
    effects = redo_effect(of) if record.undone else undo_effect(of)
    said = "\n".join(f"- {md(words)}" for words in effects)
    end = "" if record.undone else "\n\nIts files are kept: you can count it again at any time."
    title = "Count this import again?" if record.undone else "Undo this import?"
    st.warning(f"**{title}**\n\n{said}{end}", icon=":material/help:")
    show_settings_changes(settings)
    with st.container(horizontal=True):
        st.button(
            "Yes, count it again" if record.undone else "Yes, undo it",
            key=f"do {record.id}",
            type="primary",
            on_click=_do,
            args=(record,),
        )
        st.button("Leave it as it is", key=f"leave {record.id}", on_click=_ask, args=(None,))


def _ask(name: str | None) -> None:
    st.session_state[ASKED] = name


def _do(record: ImportRecord) -> None:
    _ask(None)
    here, within = workspace(), identity.viewer().cohorts
    name = f"The import of {moment(record.imported_at)} ({', '.join(record.files)})"

    def undo(progress: Progress) -> None:
        here.undo(record.id, progress=progress, within=within)

    def redo(progress: Progress) -> None:
        here.redo(record.id, progress=progress, within=within)

    if record.undone:
        said = f"{name} counts again."
        begin("Counting it again", redo, LIST, done=said, in_every_cohort=False)
    else:
        said = f"{name} no longer counts."
        begin("Undoing", undo, LIST, done=said, in_every_cohort=False)
