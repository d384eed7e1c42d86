"""What only a person can know about a survey's file, asked one plain question at a time."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from netaudit.analysis.intake.mapping_choices import pairs_to_confirm
from netaudit.importers.mapping.proposal import AskedPair, OpenQuestion, Proposal, Understood
from netaudit.importers.mapping.recipe import LEAVE_OUT, TO_SAY, Recipe
from netaudit.importers.mapping.saying import over, with_choice, with_field
from netaudit.ui.intake.mapping_answers import choose_codes
from netaudit.ui.intake.mapping_state import key_of, said, say, say_recipe
from netaudit.ui.intake.uploads import Drop
from netaudit.ui.markdown import md
from netaudit.wording import counted

MOST_BUTTONS = 8
"""So many choices are shown at once; more are a list to open."""


def ask_questions(drop: Drop, proposal: Proposal) -> bool:
    """Every question that is open; whether none is left without which nothing can be imported."""
    pairs = pairs_to_confirm(proposal, said(drop).used)
    if said(drop).are_pairs_right:
        pairs = ()
    number = len(proposal.open_questions) + bool(pairs)
    if number:
        st.subheader(f"{counted(number, 'question')} to answer first", anchor=False)
        st.caption("The file does not say this, so netaudit asks rather than guesses.")
    for question in proposal.questions:
        with st.container(border=True, gap="small"):
            _ask(drop, proposal, question)
    if pairs:
        with st.container(border=True, gap="small"):
            _confirm(drop, proposal, pairs)
    if not number:
        st.success("Nothing about the file is open.", icon=":material/check_circle:")
    return not number


def _ask(drop: Drop, proposal: Proposal, question: OpenQuestion) -> None:
    st.markdown(f"**{md(question.ask)}**")
    if question.answers:
        st.caption(md(_how_to_choose(question)))
        one = next(
            one
            for one in proposal.understood
            if one.text == question.text and question.table in ("", one.table)
        )
        choose_codes(drop, one, question.answers, "This is what they mean")
        st.button(
            "Leave the question out",
            key=key_of(drop, "out", question.id, *one.place),
            type="tertiary",
            on_click=_leave_out,
            args=(drop, one),
        )
        return
    st.caption(md(f"{question.why} {question.costs}".strip()))
    if question.choices:
        _choices(drop, question)
    if question.id == "cohort":
        _other_cohort(drop, question)


def _leave_out(drop: Drop, one: Understood) -> None:
    say_recipe(drop, with_field(said(drop).recipe, one.place, LEAVE_OUT))


def _how_to_choose(question: OpenQuestion) -> str:
    likely = [code != TO_SAY for code in question.answers.values()]
    if not any(likely):
        words = "Say what each means."
    elif all(likely):
        words = "What looks likely is chosen already; change what is wrong."
    else:
        words = "What looks likely is chosen already; say what the others mean."
    return f"{words} {question.advice}".strip()


def _choices(drop: Drop, question: OpenQuestion) -> None:
    key = key_of(drop, "ask", question.id)
    likely = [choice.line == question.suggested for choice in question.choices]
    labels = [
        f"{one.label[:1].upper()}{one.label[1:]}"
        + (" (likely)" if is_likely and len(likely) > 1 else "")
        for one, is_likely in zip(question.choices, likely, strict=True)
    ]
    places = range(len(labels))
    if len(labels) <= MOST_BUTTONS:
        st.radio(
            md(question.ask),
            places,
            index=None,
            key=key,
            format_func=lambda place: md(labels[place]),
            label_visibility="collapsed",
            on_change=_chosen,
            args=(drop, question, key),
        )
    else:
        st.selectbox(
            md(question.ask),
            places,
            index=None,
            key=key,
            placeholder="Choose",
            format_func=lambda place: labels[place],
            label_visibility="collapsed",
            on_change=_chosen,
            args=(drop, question, key),
        )


def _chosen(drop: Drop, question: OpenQuestion, key: str) -> None:
    place = st.session_state.get(key)
    if place is not None:
        say_recipe(drop, with_choice(said(drop).recipe, question, question.choices[place]))


def _other_cohort(drop: Drop, question: OpenQuestion) -> None:
    key = key_of(drop, "cohort")
    st.text_input(
        "Another cohort" if question.choices else "Name of the cohort",
        key=key,
        placeholder="for example 2026",
        max_chars=60,
        on_change=_named,
        args=(drop, key),
    )


def _named(drop: Drop, key: str) -> None:
    name = str(st.session_state.get(key) or "").strip()
    if name:
        say_recipe(drop, over(said(drop).recipe, Recipe(cohort=name)))


def _confirm(drop: Drop, proposal: Proposal, pairs: Sequence[AskedPair]) -> None:
    st.markdown("**Are these questions about pairs read right?**")
    for pair in pairs:
        st.markdown(
            f"“{md(pair.words)}” is about contact **{pair.first}** and contact **{pair.second}**."
        )
    st.caption("The others are read in the same way. Ties would go to the wrong people otherwise.")
    with st.container(horizontal=True):
        st.button(
            "Yes, they are" if len(pairs) > 1 else "Yes, it is",
            key=key_of(drop, "pairs right"),
            on_click=_confirmed,
            args=(drop,),
        )
        st.button(
            "No, leave the pairs out",
            key=key_of(drop, "pairs wrong"),
            on_click=_refused,
            args=(drop, proposal),
        )


def _confirmed(drop: Drop) -> None:
    say(drop, replace(said(drop), are_pairs_right=True))


def _refused(drop: Drop, proposal: Proposal) -> None:
    recipe = said(drop).recipe
    for one in proposal.understood:
        if one.pairs and one.field.startswith("ties."):
            recipe = with_field(recipe, one.place, LEAVE_OUT)
    say_recipe(drop, recipe)
