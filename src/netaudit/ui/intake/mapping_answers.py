"""The answers to one question of a survey, each with the code it means, to look over and change."""

from collections.abc import Mapping

import streamlit as st

from netaudit.analysis.intake.mapping_choices import code_choices
from netaudit.importers.mapping.proposal import Understood
from netaudit.importers.mapping.recipe import TO_SAY
from netaudit.importers.mapping.saying import with_answers
from netaudit.importers.plain import tidy
from netaudit.ui.intake.mapping_state import key_of, said, say_recipe
from netaudit.ui.intake.uploads import Drop
from netaudit.ui.markdown import md
from netaudit.wording import counted


def choose_codes(drop: Drop, one: Understood, codes: Mapping[str, str], words: str) -> None:
    """A list of answers with a code beside each; `words` are on the button that keeps them."""
    choices = code_choices(one.field)
    keys = {answer: key_of(drop, "code", *one.place, one.field, answer, words) for answer in codes}
    with st.form(key_of(drop, "codes", *one.place, words), border=False):
        for answer, code in codes.items():
            if choices:
                _choose(keys[answer], answer, code, choices)
            else:
                _write(keys[answer], answer, code)
        pressed = st.form_submit_button(words, on_click=_keep, args=(drop, one, keys))
        blank = sum(st.session_state.get(key) is None for key in keys.values())
        if pressed and blank:
            st.warning(f"{counted(blank, 'answer')} without a meaning: choose one for each.")


def _choose(key: str, answer: str, code: str, choices: Mapping[str, str]) -> None:
    names = list(choices)
    st.selectbox(
        md(tidy(answer)),
        names,
        index=names.index(code) if code in names else None,
        key=key,
        placeholder="Choose what it means",
        format_func=choices.__getitem__,
    )


def _write(key: str, answer: str, code: str) -> None:
    """Where a number belongs; left blank, the answer is taken for none."""
    st.text_input(
        md(tidy(answer)),
        "" if code == TO_SAY else code,
        key=key,
        placeholder="A number; blank if unknown",
        max_chars=12,
    )


def _keep(drop: Drop, one: Understood, keys: Mapping[str, str]) -> None:
    chosen = {answer: st.session_state.get(key) for answer, key in keys.items()}
    codes = {answer: str(code).strip() for answer, code in chosen.items() if code is not None}
    # A question whose answers are not all chosen is still to be asked.
    field = one.field if len(codes) == len(keys) else ""
    say_recipe(drop, with_answers(said(drop).recipe, one.place, field, codes))
