"""The contacts a response lists and the pairs among them, with what is no contact left aside."""

from collections.abc import Collection
from dataclasses import dataclass, field

from netaudit.importers.background import Background
from netaudit.importers.gathered import Gathering, Item
from netaudit.importers.plain import plain
from netaudit.importers.survey import Response

NOBODY = ("none", "no one", "nobody", "no-one", "keine", "niemand", "aucun", "personne",
          "ninguno", "nadie", "no one else", "nobody else", "niemand mehr", "niemand sonst",
          "keine weiteren", "personne d'autre", "nadie más")  # fmt: skip
"""Names that say there is nobody to name, rather than that nothing was written."""


@dataclass(kw_only=True)
class Listed:
    """One list of contacts: rows of contacts and ties by canonical column, and what was left aside.

    `nobody` says that the person wrote that there is nobody. `asked` counts the pairs among the
    listed contacts with an answer.
    """

    contacts: list[Item] = field(default_factory=list)
    ties: list[Item] = field(default_factory=list)
    placeholders: list[Item] = field(default_factory=list)
    nobody: bool = False
    repeated: list[Item] = field(default_factory=list)
    lost_ties: list[Item] = field(default_factory=list)

    @property
    def pairs(self) -> int:
        """How many pairs the listed contacts make."""
        return len(self.contacts) * (len(self.contacts) - 1) // 2


def listed(
    gathering: Gathering, response: Response, person: tuple[str, str], background: Background
) -> Listed:
    """The contacts and ties of one response; numbers of contacts stay what they were asked as.

    `person` are the participant's id and the wave.
    """
    found = Listed()
    ids: dict[str, str] = {}
    seen: set[str] = set()
    for item in gathering.items(response, "contact"):
        label = item.values.get("label", "")
        if is_placeholder(label, gathering.recipe.placeholders):
            found.placeholders.append(item)
            found.nobody = found.nobody or _compared(label) in NOBODY
            continue
        if not item.values:
            continue
        code = item.values.get("contact_id") or _code(background, person, item)
        if code in seen and "contact_id" not in item.values:
            found.repeated.append(item)
            code = background.code("c", code, str(item.number))
        seen.add(code)
        for name in filter(None, (str(item.number), item.key)):
            ids.setdefault(name, code)
        found.contacts.append(_with(item, contact_id=code))
    found.nobody = found.nobody and not found.contacts
    pairs = gathering.items(response, "pair")
    if gathering.only_ties:
        # A kind of tie that the mapping takes for none says nothing of a pair.
        pairs = [item for item in pairs if item.values.get("tie") != "do_not_know"]
    _add_ties(found, pairs, ids)
    return found


def is_placeholder(label: str, placeholders: Collection[str]) -> bool:
    """Whether a name stands for nobody; one without a letter or a number always does."""
    text = plain(label)
    if not text:
        return False
    is_name = any(sign.isalnum() for sign in text)
    return not is_name or text in placeholders or _compared(label) in placeholders


def _compared(label: str) -> str:
    """The name as it is compared: "N / A", "Nobody." are as good as "n/a" and "nobody"."""
    return "/".join(part.strip() for part in plain(label).split("/")).rstrip(".!")


def _code(background: Background, person: tuple[str, str], item: Item) -> str:
    """The same code for the same name at every wave; without a name one for this list alone."""
    participant, wave = person
    label = plain(item.values.get("label", ""))
    own = (label,) if label else (wave, str(item.number))
    return background.code("c", participant, *own)


def _add_ties(found: Listed, pairs: list[Item], ids: dict[str, str]) -> None:
    for item in pairs:
        ends = _ends(item)
        if not item.values.get("tie") and not item.values.get("introduced_by_me"):
            continue
        first, second = (ids.get(end, "") for end in ends)
        if first and second:
            found.ties.append(_with(item, contact_a=first, contact_b=second))
        else:
            found.lost_ties.append(item)


def _ends(item: Item) -> tuple[str, str]:
    if item.pair:
        return str(item.pair[0]), str(item.pair[1])
    return item.values.get("contact_a", ""), item.values.get("contact_b", "")


def _with(item: Item, **more: str) -> Item:
    return Item(
        file=item.file,
        row=item.row,
        values={**item.values, **more},
        number=item.number,
        pair=item.pair,
        key=item.key,
    )
