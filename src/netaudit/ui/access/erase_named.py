"""Looking for a person whom participants named, by words; who it is, a person decides."""

import streamlit as st

from netaudit.store import access_log
from netaudit.store.erasing.gone import Request
from netaudit.store.evaluation import naming
from netaudit.store.named_people import Likely, search
from netaudit.ui.access.erase_confirm import Asked, also_words, show_first
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import label
from netaudit.wording import counted, enumerated

NAME, FOUND, ALSO = "erase name", "erase found", "erase named also"


def look_for_named(part: str) -> None:
    """A box for the name, the contacts who may bear it, and the way to make them nameless."""
    with st.container(border=True):
        st.subheader("A person whom participants named", anchor=False)
        st.markdown(
            "Their place stays in the lists, without a name, so that the figures of those who named"
            " them stay right. Each search is noted in the access log."
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Name or initials", key=NAME, max_chars=120, autocomplete="off")
            st.button("Look", key="look for named", on_click=then_tell, args=(_look,))
        found: tuple[str, tuple[Likely, ...]] | None = st.session_state.get(FOUND)
        if found is not None:
            _choose(part, *found)
            _in_outcomes(found[0])


def _look() -> str:
    by = identity.acting("administrator")
    name = st.session_state[NAME].strip()
    st.session_state.pop(FOUND, None)
    access_log.record(workspace().ledger, by, "searched", what="a named person")
    st.session_state[FOUND] = (name, search(workspace(), name))
    return ""


def _in_outcomes(name: str) -> None:
    """Whether the name stands in what was written down of the evaluation, and the way to end it."""
    held = naming.named(workspace().ledger, name)
    if not held:
        return
    said = "; ".join(f"{words}: {number}" for words, number in held.items())
    st.markdown(md(f"“{name}” stands in texts of the evaluation. {said[:1].upper()}{said[1:]}."))
    st.button(
        "Take the name out of them",
        key="take out of outcomes",
        help="In every state of them, with “(erased)” in its place. It cannot be taken back.",
        on_click=then_tell,
        args=(_take_out, name),
    )


def _take_out(name: str) -> str:
    by = identity.acting("administrator")
    naming.take_out(workspace().ledger, name, by)
    return "The name is taken out of outcomes and logic models."


def _choose(part: str, name: str, found: tuple[Likely, ...]) -> None:
    if not found:
        st.info(md(f"Nobody is named {name}, or nearly so."), icon=":material/search_off:")
        return
    st.markdown(
        md(f"{counted(len(found), 'contact')} may be {name}. Tick those who are this person.")
        + " The numbers tell apart the participants who named them."
    )
    chosen = [one for number, one in enumerate(found) if _tick(one, number)]
    st.text_input(
        "Other names in texts",
        key=ALSO,
        placeholder="Nicknames, first names",
        help="The labels themselves are looked for anyway, in what those wrote who named them.",
        max_chars=400,
        autocomplete="off",
    )
    request = Request(
        contacts=tuple((one.participant, one.contact) for one in chosen),
        person_keys=_keys(found, chosen),
        also=also_words(ALSO),
    )
    st.button(
        "Show what will go",
        key="foresee named",
        disabled=not chosen,
        on_click=show_first,
        args=(Asked(part=part, request=request, who=name, word=name),),
    )


def _keys(found: tuple[Likely, ...], chosen: list[Likely]) -> tuple[str, ...]:
    """The person keys of which every contact was ticked: nobody comes back under them."""
    left = {one.person_key for one in found if one not in chosen}
    return tuple(dict.fromkeys(k for one in chosen if (k := one.person_key) and k not in left))


def _tick(one: Likely, number: int) -> bool:
    labels = enumerated([f"“{label}”" for label in one.labels])
    facts = [
        f"participant {one.namer}",
        f"cohort {one.cohort}" if one.cohort else "",
        one.organisation,
        label("affiliation", one.affiliation) if one.affiliation else "",
    ]
    with st.container(gap=None):
        ticked = st.checkbox(md(labels), key=f"named {number} {one.participant} {one.contact}")
        st.caption(md(f"{one.likeness.reason} · {' · '.join(fact for fact in facts if fact)}"))
    return ticked
