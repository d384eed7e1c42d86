"""The page on which texts are read and coded, coders compared, and the codebook kept."""

from dataclasses import replace

import streamlit as st

from netaudit.analysis.choices import Choice, wave_choices
from netaudit.ui.coding import agreement
from netaudit.ui.coding import codebook as theme_codebook
from netaudit.ui.coding import coder as theme_coder
from netaudit.ui.coding.given import coder, given
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.parts import choose_part

EVERY_WAVE = Choice(value="every", words="Every wave", is_default=True)
PARTS = {"read": "Read and code", "compare": "Agreement", "codebook": "Codebook"}
NOT_FOR_COORDINATORS = (
    "What participants wrote is read by evaluators, without whose it is. As a coordinator you see"
    " how many wrote of each theme, on the page Cultivation, and you can change the codebook here."
)


def parts(view: View) -> None:
    """Reading, agreement and codebook for evaluators; for coordinators the codebook alone."""
    row = st.grid(2, min_column_width=150)
    with row.cell():
        name = coder()
    if view.viewer.role != "evaluator":
        st.info(NOT_FOR_COORDINATORS, icon=":material/visibility_off:")
        theme_codebook.codebook(name)
        return
    with row.cell():
        here = _at_wave(view)
    part = choose_part("do", PARTS)
    if part == "read":
        theme_coder.read_and_code(here, name, given())
    elif part == "compare":
        agreement.compared(here, given())
    else:
        theme_codebook.codebook(name)


def _at_wave(view: View) -> View:
    waves = view.ask(wave_choices)
    plain = [Choice(value=wave.value, words=wave.words) for wave in waves]
    chosen = choose("Wave", "coding_wave", [EVERY_WAVE, *plain])
    wave = None if chosen == EVERY_WAVE.value else chosen
    return replace(view, selection=replace(view.selection, wave=wave))
