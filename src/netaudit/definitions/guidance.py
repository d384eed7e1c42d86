"""What netaudit says to help: texts for the codes of a vocabulary, one TOML file each.

texts/<name>.toml holds one table a code, each with the same keys; how a code itself reads stands
in netaudit.vocabulary, and nowhere else. The texts are netaudit's own words, plain enough to be
read at twelve.
"""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from netaudit.errors import DefinitionError

TEXTS_FOLDER = Path(str(files("netaudit.definitions") / "texts"))

Guidance = dict[str, dict[str, str]]


@cache
def guidance(name: str) -> Guidance:
    """The texts of one file: by code, then by key. Codes are in the order of the file.

    DefinitionError where there is no such file, or where codes differ in their keys.
    """
    path = TEXTS_FOLDER / f"{name}.toml"
    if not path.exists():
        raise DefinitionError(f"There is no file of texts {path.name}.", "Look into texts/.")
    texts: Guidance = tomllib.loads(path.read_text(encoding="utf-8"))
    keys = {frozenset(said) for said in texts.values()}
    if len(keys) > 1:
        raise DefinitionError(
            f"{path.name}: not every code has the same keys.",
            "Give each code " + ", ".join(sorted(frozenset().union(*keys))) + ".",
        )
    return texts


def names() -> tuple[str, ...]:
    """Every file of texts."""
    return tuple(sorted(path.stem for path in TEXTS_FOLDER.glob("*.toml")))
