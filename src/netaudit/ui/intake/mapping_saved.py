"""Mappings of earlier imports and mapping files, to be used again, and what changed since."""

from dataclasses import replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from netaudit.analysis.intake.mapping_choices import same_questions
from netaudit.analysis.intake.mapping_rows import change_words
from netaudit.errors import NetauditError
from netaudit.importers.mapping.proposal import Change, Proposal
from netaudit.importers.mapping.recipe import Recipe, read_recipe
from netaudit.importers.mapping.saying import for_next_wave, renamed
from netaudit.store.saved_mappings import SavedMapping, saved_mappings
from netaudit.ui.intake.import_change import sorry
from netaudit.ui.intake.mapping_state import (
    Said,
    is_new,
    key_of,
    said,
    said_before,
    say,
    say_recipe,
)
from netaudit.ui.intake.uploads import Drop
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, moment

MOST_OFFERED = 3


def offer_mappings(drop: Drop, proposal: Proposal) -> None:
    """The mapping in use, or those that could be: of earlier imports, or from a file."""
    now = said(drop)
    if now.source:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(md(f"Mapped as in {now.source}."), width="content")
            st.button(
                "Begin anew",
                key=key_of(drop, "anew"),
                type="tertiary",
                on_click=say,
                args=(drop, Said()),
            )
        return
    before = said_before(drop)
    if before is not None and now == Said():
        _offer_before(drop, before)
    for saved in _offered(proposal):
        _offer(drop, proposal, saved)
    with st.expander("Use a mapping file", key=key_of(drop, "file"), expanded=False):
        _take_file(drop)


def _offer_before(drop: Drop, before: Said) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Is this the same survey as the file before?**")
        st.caption("What you answered then, the wave too, can hold for this file.")
        st.button(
            "Take the same answers",
            key=key_of(drop, "before"),
            icon=":material/history:",
            on_click=say,
            args=(drop, replace(before, source=before.source or "the file before")),
        )


def _offered(proposal: Proposal) -> list[SavedMapping]:
    """Those of the same tool that speak of this file's questions; what is alike only once."""
    found: dict[Recipe | str, SavedMapping] = {}
    for saved in saved_mappings(workspace(), identity.viewer().cohorts):
        is_same_tool = saved.recipe.tool == proposal.recipe.tool
        if is_same_tool and same_questions(saved.recipe, proposal.understood):
            found.setdefault(repr(for_next_wave(saved.recipe)), saved)
    ranked = sorted(
        found.values(), key=lambda one: -same_questions(one.recipe, proposal.understood)
    )
    return ranked[:MOST_OFFERED]


def _offer(drop: Drop, proposal: Proposal, saved: SavedMapping) -> None:
    number = same_questions(saved.recipe, proposal.understood)
    name = f"the import of {moment(saved.record.imported_at)}"
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Use the mapping of {md(name)}?**")
        files = ", ".join(saved.record.files)
        st.caption(
            md(
                f"{files}. It knows {number} of {counted(len(proposal.understood), 'question')} of"
                " this file. Only the wave is asked for anew."
            )
        )
        st.button(
            "Use it",
            key=key_of(drop, "use", saved.record.id),
            icon=":material/history:",
            on_click=_use,
            args=(drop, saved.recipe, name),
        )


def _use(drop: Drop, recipe: Recipe, source: str) -> None:
    begun = for_next_wave(recipe)
    say(drop, Said(recipe=begun, used=begun, source=source))


def _take_file(drop: Drop) -> None:
    file = st.file_uploader("A mapping, as downloaded here", type="toml", key=key_of(drop, "toml"))
    if file is not None and _use_file(drop, file):
        st.rerun()


def begin_with_file(drop: Drop) -> None:
    """Uses the mapping that was dropped beside the files, once."""
    if drop.mapping is not None and is_new(drop):
        _use_file(drop, drop.mapping)


def _use_file(drop: Drop, file: UploadedFile) -> bool:
    """Whether the mapping in it could be used; else it is said why not."""
    try:
        recipe = read_recipe(file.getvalue().decode("utf-8-sig"))
    except UnicodeDecodeError:
        sorry(NetauditError("The mapping is not readable as text.", "Save it as UTF-8."))
        return False
    except NetauditError as error:
        sorry(error)
        return False
    _use(drop, recipe, file.name)
    return True


def show_changes(drop: Drop, proposal: Proposal) -> None:
    """How the file differs from the mapping it is read with."""
    if not said(drop).source or not proposal.changed:
        return
    with st.container(border=True, gap="small"):
        st.markdown(f":material/compare_arrows: **{_heading(len(proposal.changed))}**")
        for number, change in enumerate(proposal.changed):
            st.markdown(md(change_words(change)))
            if change.near != ("", ""):
                st.button(
                    "It is the same question, in other words",
                    key=key_of(drop, "same", str(number), *change.place),
                    on_click=_is_same,
                    args=(drop, change),
                )


def _heading(number: int) -> str:
    return f"{counted(number, 'thing')} changed since then"


def _is_same(drop: Drop, change: Change) -> None:
    say_recipe(drop, renamed(said(drop).recipe, change.place, change.near))
