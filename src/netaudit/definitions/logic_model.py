"""The logic model that netaudit brings to begin with: what leads to what, and which measures tell.

Measures are named by their ids; one that has an attribute as `purpose_share:strategic`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

BoxKind = Literal["inputs", "activities", "outputs", "outcomes", "impact"]


@dataclass(frozen=True, kw_only=True)
class Box:
    """One step of the model in a few words, and the measures that speak of it."""

    kind: BoxKind
    words: str
    measures: tuple[str, ...] = ()


@cache
def starter() -> tuple[Box, ...]:
    """The boxes of logic_model.toml, in reading order."""
    text = (files("netaudit.definitions") / "logic_model.toml").read_text("utf-8")
    held = tomllib.loads(text)
    return tuple(
        Box(kind=kind, words=box["words"], measures=tuple(box.get("measures", ())))
        for kind in get_args(BoxKind)
        for box in held[kind]
    )
