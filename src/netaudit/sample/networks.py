"""A participant's list at each wave: whom it keeps, drops and takes up, and what is answered."""

from dataclasses import dataclass, field
from datetime import date

from netaudit.sample.contacts import Acquaintances, Contact, chosen
from netaudit.sample.dice import Dice
from netaudit.sample.likelihoods import REASONS
from netaudit.sample.organisations import KnownPerson, Weights
from netaudit.sample.people import WAVES, Person, Row

# Most people fill the ten lines or nearly; a few name next to nobody.
SIZES = {10: 22, 9: 13, 8: 19, 7: 17, 6: 12, 5: 8, 4: 3, 3: 3, 2: 1.5, 1: 1.2, 0: 1.5}
SIZE_STEPS = {-2: 8, -1: 22, 0: 36, 1: 24, 2: 10}
CAP = 10
# How likely a contact is named again at the next wave, by closeness.
KEPT = {1: 0.52, 2: 0.66, 3: 0.78, 4: 0.88}
# A contact dropped before is remembered again at the last wave.
REMEMBERED = 0.18
# A second list of people known slightly: asked of everybody, filled in by some of those who name
# anybody at all.
WRITES_WEAK_TIES = 0.48
WEAK_PROMOTED = 0.22
WEAK_KEPT = 0.55
# From wave to wave more contacts matter for where people want to go.
STRATEGIC_GAINED = 0.06
CLOSENESS_STEPS = {-1: 12, 0: 70, 1: 18}

FREQUENCIES: dict[str, Weights] = {
    "same_team": {"daily": 52, "weekly": 42, "monthly": 6},
    "same_org": {"daily": 9, "weekly": 50, "monthly": 36, "quarterly": 5},
    "other_org_same_sector": {"weekly": 16, "monthly": 53, "quarterly": 29, "yearly_or_less": 2},
    "other_org_other_sector": {"weekly": 12, "monthly": 50, "quarterly": 34, "yearly_or_less": 4},
    "outside_work": {"daily": 16, "weekly": 48, "monthly": 28, "quarterly": 8},
}
DISTANT_FREQUENCIES: Weights = {"monthly": 16, "quarterly": 52, "yearly_or_less": 32}
LAST_CONTACT = {
    "daily": (0, 2),
    "weekly": (1, 11),
    "monthly": (6, 48),
    "quarterly": (20, 120),
    "yearly_or_less": (70, 180),
}
SUPPORT: dict[str, Weights] = {
    "same_team": {"i_get": 20, "i_give": 26, "both": 54},
    "same_org": {"i_get": 36, "i_give": 18, "both": 46},
    "other_org_same_sector": {"i_get": 44, "i_give": 12, "both": 44},
    "other_org_other_sector": {"i_get": 50, "i_give": 12, "both": 38},
    "outside_work": {"i_get": 22, "i_give": 10, "both": 68},
}
KNOWLEDGE: Weights = {"i_get": 34, "i_give": 16, "both": 42, "none": 8}
ACTIVATION: Weights = {"active": 66, "dormant": 16, "not_yet": 18}
# Answers about a contact that are not given this time.
SKIPPED: dict[str, Weights] = {
    "closeness": {"": 2},
    "frequency": {"": 2.5},
    "years_known": {"": 4},
    "last_contact_days": {"": 6},
    "support_direction": {"unknown": 2.5, "": 1.5},
    "knowledge_flow": {"unknown": 3, "": 3},
    "activation": {"": 6},
    "future_relevance": {"not_sure": 6, "": 2},
    "sees_different": {"not_sure": 8, "": 2},
    "purposes": {"": 3},
    "reasons": {"": 5, "none": 2},
    "resources": {"": 4},
}
# A whole question left out by a participant at a wave, as people do who run out of time.
QUESTION_LEFT_OUT = {
    "sees_different": 0.08,
    "future_relevance": 0.06,
    "reasons": 0.10,
    "resources": 0.12,
    "knowledge_flow": 0.10,
    "activation": 0.10,
    "ratings": 0.22,
    "investment": 0.28,
}
INVESTMENT = ("invest_motivation", "invest_influence", "invest_complement", "invest_unlock")


@dataclass(kw_only=True)
class Listing:
    """One participant's list at one wave."""

    wave: str
    on: date
    core: list[Contact]
    weak: list[Contact]
    rows: list[Row] = field(default_factory=list)


def listings(
    seed: int, person: Person, known: dict[str, list[KnownPerson]], peers: list[Person]
) -> dict[str, Listing]:
    """The list of every wave the person answered."""
    dice = Dice(seed, person.id, "contacts")
    circle = Acquaintances(person=person, dice=dice, known=known, peers=peers)
    writes_weak = dice.chance(WRITES_WEAK_TIES)
    size = dice.pick(SIZES)
    found: dict[str, Listing] = {}
    dropped: list[Contact] = []
    before: Listing | None = None
    for wave in WAVES:
        if not person.answers(wave):
            continue
        on = person.days[wave]
        if before is None:
            core = [circle.meet(person.share_inside(), on, is_first=True) for _ in range(size)]
            weak = _weak(circle, on, []) if writes_weak and core else []
        else:
            core = _next_core(circle, before, dropped, on)
            dropped += [contact for contact in before.core if contact not in core]
            weak = _weak(circle, on, before.weak, core) if writes_weak and core else []
        before = Listing(wave=wave, on=on, core=core, weak=weak)
        before.rows = _rows(dice, person, before)
        found[wave] = before
    return found


def _next_core(
    circle: Acquaintances, before: Listing, dropped: list[Contact], on: date
) -> list[Contact]:
    dice, person = circle.dice, circle.person
    size = min(CAP, max(0, len(before.core) + dice.pick(SIZE_STEPS)))
    core = [contact for contact in before.core if dice.chance(KEPT[contact.closeness])]
    core += [contact for contact in before.weak if dice.chance(WEAK_PROMOTED)]
    core += [contact for contact in dropped if dice.chance(REMEMBERED)]
    core = core[:size]
    for contact in core:
        contact.closeness = min(4, max(1, contact.closeness + dice.pick(CLOSENESS_STEPS)))
        if "strategic" not in contact.purposes and dice.chance(STRATEGIC_GAINED):
            contact.purposes.append("strategic")
    inside = min(0.95, max(0.08, person.share_inside() + person.course))
    core += [circle.meet(inside, on, is_first=False) for _ in range(size - len(core))]
    return core


def _weak(
    circle: Acquaintances, on: date, before: list[Contact], core: list[Contact] | None = None
) -> list[Contact]:
    dice = circle.dice
    kept = [c for c in before if c not in (core or []) and dice.chance(WEAK_KEPT)]
    new = [circle.meet(0.0, on, is_first=not before, is_weak=True) for _ in range(dice.whole(1, 3))]
    return kept + new


def _rows(dice: Dice, person: Person, listing: Listing) -> list[Row]:
    left_out = set(chosen(dice, QUESTION_LEFT_OUT))
    kinds = [(contact, "core") for contact in listing.core]
    kinds += [(contact, "weak_tie") for contact in listing.weak]
    return [
        {
            "participant_id": person.id,
            "wave": listing.wave,
            "contact_id": contact.id,
            "list_kind": kind,
            **contact.fixed,
            **_answers(dice, contact, listing.on, left_out, is_weak=kind == "weak_tie"),
        }
        for contact, kind in kinds
    ]


def _answers(dice: Dice, contact: Contact, on: date, left_out: set[str], *, is_weak: bool) -> Row:
    distant = is_weak or contact.closeness == 1
    frequency = dice.pick(DISTANT_FREQUENCIES if distant else FREQUENCIES[contact.kind])
    row: Row = {
        "closeness": contact.closeness,
        "frequency": frequency,
        "years_known": said_years(contact.years(on)),
        "last_contact_days": dice.whole(*LAST_CONTACT[frequency]),
        "support_direction": dice.pick(SUPPORT[contact.kind]),
        "knowledge_flow": dice.pick(KNOWLEDGE),
        "activation": dice.pick(ACTIVATION),
        "future_relevance": "yes" if contact.relevant else "no",
        "sees_different": "no" if contact.stuck else "yes",
        "purposes": "|".join(contact.purposes) or "none",
        "reasons": "|".join(chosen(dice, REASONS[contact.kind])) or "none",
        "resources": contact.fixed["resources"] or "none",
        **_ratings(dice, contact, left_out),
    }
    return {column: _as_said(dice, column, value, left_out) for column, value in row.items()}


def _as_said(dice: Dice, column: str, value: object, left_out: set[str]) -> object:
    skipped = SKIPPED.get(column, {})
    if column in left_out:
        return ""
    return dice.pick(skipped) if dice.chance(sum(skipped.values()) / 100) else value


def _ratings(dice: Dice, contact: Contact, left_out: set[str]) -> Row:
    row: Row = {}
    if "ratings" not in left_out:
        row["trust"] = min(5, max(1, contact.closeness + dice.whole(-1, 2)))
        row["energy"] = min(5, max(1, contact.closeness + dice.whole(-2, 3)))
    if "investment" not in left_out:
        row |= {column: dice.pick({1: 10, 2: 28, 3: 40, 4: 22}) for column in INVESTMENT}
    return row


def said_years(years: float) -> str:
    """Years as people say them: months below one year, half years up to five, then whole ones."""
    if years < 1:
        return f"{max(1, int(years * 10 + 0.5)) / 10:g}"
    if years < 5:
        return f"{int(years * 2 + 0.5) / 2:g}"
    return str(int(years + 0.5))
