"""The words of the invented participants, read from `texts.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads((files("netaudit.sample") / "texts.toml").read_text(encoding="utf-8"))


def names(kind: str) -> list[str]:
    """Given names of a woman or a man, or surnames."""
    found: list[str] = _texts()["names"][kind]
    return found


def themed(item: str) -> dict[str, list[str]]:
    """Texts of strengths or weaknesses by their theme, of questions and preparations by number."""
    found: dict[str, list[str]] = _texts()[item]
    return found


def tails() -> list[str]:
    """Second sentences that fit any strength or weakness."""
    found: list[str] = _texts()["tails"]
    return found


def action_texts() -> list[dict[str, str]]:
    """Actions: text, purpose, activity and, for some, the pattern they work against."""
    found: list[dict[str, str]] = _texts()["action"]
    return found
