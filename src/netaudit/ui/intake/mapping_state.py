"""What a visitor has said so far about the surveys they dropped, for as long as they stay."""

from dataclasses import dataclass, field, replace

import streamlit as st

from netaudit.importers.mapping.recipe import Recipe
from netaudit.ui.intake.uploads import Drop

MAPPINGS, HELD = "mappings", "surveys held"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A mapping as far as somebody has said it.

    `used` is the mapping it began with and `source` where that is from; blank where it began with
    nothing. `are_pairs_right` once two pairs were looked at.
    """

    recipe: Recipe = field(default_factory=Recipe)
    used: Recipe = field(default_factory=Recipe)
    source: str = ""
    are_pairs_right: bool = False


def said(drop: Drop) -> Said:
    """What was said about these files."""
    found: Said = _all().get(drop.key, Said())
    return found


def is_new(drop: Drop) -> bool:
    """Whether nothing was said about these files so far."""
    return drop.key not in _all()


def say(drop: Drop, now: Said) -> None:
    """Remembers it."""
    _all()[drop.key] = now


def say_recipe(drop: Drop, recipe: Recipe) -> None:
    """Remembers a mapping that says one thing more."""
    say(drop, replace(said(drop), recipe=recipe))


def _all() -> dict[tuple[str, ...], Said]:
    kept: dict[tuple[str, ...], Said] = st.session_state.setdefault(MAPPINGS, {})
    return kept


def hold(exports: tuple[Drop, ...]) -> None:
    """Keeps files beyond the page, whose widget forgets them as soon as it is left."""
    st.session_state[HELD] = exports


def held() -> tuple[Drop, ...]:
    """The files that were kept."""
    kept: tuple[Drop, ...] = st.session_state.get(HELD, ())
    return kept


def put_away() -> None:
    """Forgets the files; what was said about them may serve for the next."""
    st.session_state.pop(HELD, None)


def said_before(drop: Drop) -> Said | None:
    """What was said last about other files; None where nothing was."""
    others = [one for key, one in _all().items() if key != drop.key and one.recipe != Recipe()]
    return others[-1] if others else None


def let_go() -> None:
    """Forgets the files and everything said about them."""
    for key in (MAPPINGS, HELD):
        st.session_state.pop(key, None)


def key_of(drop: Drop, *parts: str) -> str:
    """The key of a widget that is about something in these files."""
    return " ".join(("mapping", *drop.key, *parts))
