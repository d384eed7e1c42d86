"""What will go, the word to type before it does, and the certificate of what went."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from netaudit.engine.duckdb import Progress
from netaudit.errors import NetauditError
from netaudit.store import retention
from netaudit.store.access_log import Actor
from netaudit.store.erasing import erasure
from netaudit.store.erasing.certificate import Certificate, sentences
from netaudit.store.erasing.gone import Request
from netaudit.store.retention import Due
from netaudit.ui.access.erase_certificates import offer
from netaudit.ui.access.erase_rights import may_erase
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.intake.job import Job, watch
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace

ASKED, UNDER_WAY, DONE, TYPED = "erase asked", "erase under way", "erase done", "erase typed"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody is about to erase: `who` in words, and the word they have to type for it.

    `part` is the part of the page in which they began; `due` is set where its time is over.
    """

    part: str
    request: Request
    who: str
    word: str
    due: Due | None = None


@dataclass(frozen=True, kw_only=True)
class _Seen:
    asked: Asked
    certificate: Certificate


@dataclass(frozen=True, kw_only=True)
class _UnderWay:
    asked: Asked
    job: Job[Certificate]


def show_first(asked: Asked) -> None:
    """Looks what would go, to be shown before anything does; for on_click."""
    st.session_state.pop(DONE, None)
    st.session_state[TYPED] = ""
    then_tell(_look, asked)


def also_words(key: str) -> tuple[str, ...]:
    """The words of a box, parted by commas."""
    words = str(st.session_state.get(key, "")).split(",")
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _look(asked: Asked) -> str:
    may_erase(asked.request)
    seen = erasure.foresee(workspace(), asked.request)
    st.session_state[ASKED] = _Seen(asked=asked, certificate=seen)
    return ""


def follow(part: str) -> bool:
    """Shows what is asked, under way or done in this part of the page; whether there is any."""
    under_way: _UnderWay | None = st.session_state.get(UNDER_WAY)
    if under_way is not None:
        st.caption("It goes on even if you leave this page.")
        watch(under_way.job, "Erasing")
        del st.session_state[UNDER_WAY]
        st.session_state[DONE] = under_way
        st.rerun()
    done: _UnderWay | None = st.session_state.get(DONE)
    if done is not None and done.asked.part == part:
        _show_done(done)
    seen: _Seen | None = st.session_state.get(ASKED)
    if seen is None or seen.asked.part != part:
        return False
    _confirm(seen)
    return True


def _confirm(seen: _Seen) -> None:
    asked = seen.asked
    with st.container(border=True):
        st.subheader(md(f"Erase {asked.who}?"), anchor=False)
        st.markdown(
            "\n".join(f"- {md(line)}" for line in sentences(seen.certificate, is_done=False))
        )
        st.markdown("It cannot be taken back, and a later export does not bring it back.")
        st.text_input(f"Type {asked.word} to confirm", key=TYPED, max_chars=200, autocomplete="off")
        with st.container(horizontal=True):
            st.button(
                "Erase for good",
                type="primary",
                icon=":material/delete_forever:",
                on_click=then_tell,
                args=(_begin,),
            )
            st.button("Leave everything as it is", on_click=_leave)


def _leave() -> None:
    st.session_state.pop(ASKED, None)


def _begin() -> str:
    """What the button does: it asks once more who is pressing it, and for what."""
    seen: _Seen | None = st.session_state.get(ASKED)
    if seen is None or UNDER_WAY in st.session_state:
        return ""
    by = may_erase(seen.asked.request)
    if st.session_state.get(TYPED, "").strip() != seen.asked.word:
        raise NetauditError("Nothing was erased.", f"Type {seen.asked.word} to confirm.")
    _leave()
    job = Job(partial(_work, seen.asked, by))
    st.session_state[UNDER_WAY] = _UnderWay(asked=seen.asked, job=job)
    return ""


def _work(asked: Asked, by: Actor, progress: Progress) -> Certificate:
    here = workspace()
    if asked.due is not None:
        return retention.let_go(here, asked.due, by, progress=progress)
    return erasure.erase(here, asked.request, by, progress=progress)


def _show_done(done: _UnderWay) -> None:
    try:
        certificate = done.job.result
    except NetauditError as error:
        st.error(f"{md(error.message)}  \n{md(error.hint)}", icon=":material/error:")
        return
    st.success("Erased. This is what went:", icon=":material/check:")
    _list(sentences(certificate, is_done=True))
    offer(certificate, "done")
    with st.expander("What is not reached"):
        _list(certificate.not_reached)


def _list(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {md(line)}" for line in lines))
