"""The measures of one audit that need no network algorithm, in plain Python, for all loops."""

from collections import Counter
from collections.abc import Iterable
from math import log
from statistics import mean, median

from tests.benchmarks.rows import Audit, Population, Row

Number = float | None
Values = dict[str, Number]

INTERNAL = ("same_team", "same_org")
PURPOSES = ("operational", "personal", "strategic")
KINDS = {"affiliation": 2, "seniority": 3, "distance": 4}
MIXED = ("affiliation", "function", "sector", "seniority", "distance")
SAME = {
    "seniority": ("same_level",),
    "distance": ("same_site", "same_city_region"),
    "gender": ("same",),
    "age": ("within_10",),
    "ethnicity": ("same",),
}
NOT_KNOWN = (None, "unknown", "not_applicable")
NOT_TOLD = (None, "unknown", "prefer_not")


def ratio(part: float, whole: float) -> Number:
    return part / whole if whole else None


def is_internal(contact: Row) -> bool | None:
    where = contact["affiliation"]
    return None if where in NOT_KNOWN else where in INTERNAL


def content(audit: Audit, among: Population) -> Values:
    """Every measure of what the contacts are, by its id and, after a colon, its attribute."""
    return {
        **_boundary(audit.contacts),
        **_mix(audit.contacts, among),
        **_similarity(audit),
        **_acquaintance(audit.contacts),
        **_purposes(audit),
        **_mentoring(audit, among),
        **_carried_over(audit),
    }


def _boundary(contacts: list[Row]) -> Values:
    sides = Counter(is_internal(contact) for contact in contacts)
    known = sides[True] + sides[False]
    return {
        "internal_share": ratio(sides[True], known),
        "ei_index": ratio(sides[False] - sides[True], known),
    }


def _mix(contacts: list[Row], among: Population) -> Values:
    values: Values = {}
    for name in MIXED:
        known = [c[name] for c in contacts if c[name] not in NOT_KNOWN]
        for category, k in Counter(known).items():
            values[f"composition:{name}={category}"] = k / len(known)
        counts = Counter(known)
        if name == "affiliation":
            counts = Counter(category in INTERNAL for category in known)
        kinds = KINDS[name] if name in KINDS else len(among.categories[name])
        values |= {f"{id}:{name}": v for id, v in _diversity(list(counts.values()), kinds).items()}
    parts = [values[f"diversity:{name}"] for name in MIXED if name != "distance"]
    defined = [part for part in parts if part is not None]
    values["breadth"] = mean(defined) if len(defined) >= 3 else None
    return values


def _diversity(counts: list[int], kinds: int) -> Values:
    n = sum(counts)
    if n < 2:
        return dict.fromkeys(("diversity", "blau", "iqv", "entropy"))
    blau = 1 - sum(k * k for k in counts) / (n * n)
    return {
        "diversity": 1 - sum(k * (k - 1) for k in counts) / (n * (n - 1)),
        "blau": blau,
        "iqv": blau * kinds / (kinds - 1) if kinds > 1 else None,
        "entropy": -sum(k / n * log(k / n) for k in counts),
    }


def _similarity(audit: Audit) -> Values:
    values: Values = {}
    for name in ("function", "sector", *SAME):
        own = SAME[name] if name in SAME else (audit.person[name],)
        relative = name in ("gender", "age", "ethnicity")
        column, unknown = (f"{name}_rel", NOT_TOLD) if relative else (name, NOT_KNOWN)
        known = [c[column] for c in audit.contacts if c[column] not in unknown]
        usable = own[0] not in NOT_KNOWN
        same = ratio(sum(code in own for code in known), len(known)) if usable else None
        values[f"same_as_me:{name}"] = same
    return values


def _acquaintance(contacts: list[Row]) -> Values:
    closeness = _given(contacts, "closeness")
    years = _given(contacts, "years_known")
    days = _given(contacts, "last_contact_days")
    dated = [
        c
        for c in contacts
        if c["years_known"] is not None or c["first_known"] not in (None, "unknown")
    ]
    new = sum(_is_new(contact) for contact in dated)
    support = [s for s in _given(contacts, "support_direction") if s != "unknown"]
    enough = closeness and len(closeness) * 100 >= len(contacts) * 80
    return {
        "closeness_mean": mean(closeness) if enough else None,
        "weak_tie_share": ratio(sum(c <= 2 for c in closeness), len(closeness)),
        "years_known_median": median(years) if years else None,
        "long_known_share": ratio(sum(y >= 5 for y in years), len(years)),
        "new_share": ratio(new, len(dated)),
        "dynamism": ratio(new, len(dated)),
        "last_contact_median_days": median(days) if days else None,
        "recent_share": ratio(sum(d <= 30 for d in days), len(days)),
        "reciprocal_share": ratio(support.count("both"), len(support)),
    }


def _given(contacts: Iterable[Row], name: str) -> list:
    return [contact[name] for contact in contacts if contact[name] is not None]


def _is_new(contact: Row) -> bool:
    years = contact["years_known"]
    return contact["first_known"] == "this_programme" or (years is not None and years < 1)


def _purposes(audit: Audit) -> Values:
    answered = [c for c in audit.contacts if c["purposes"] is not None]
    served = {p: [c for c in answered if p in c["purposes"].split("|")] for p in PURPOSES}
    counts = {purpose: len(contacts) for purpose, contacts in served.items()}
    mentions = sum(counts.values())
    told = bool(answered) or (audit.is_done and not audit.contacts)
    values: Values = {
        "purposes_covered": sum(k > 0 for k in counts.values()) if told else None,
        "single_source_purposes": sum(k == 1 for k in counts.values()) if told else None,
        "multiplexity": ratio(mentions, len(answered)),
    }
    for purpose, contacts in served.items():
        sides = [side for c in contacts if (side := is_internal(c)) is not None]
        values[f"purpose_share:{purpose}"] = ratio(counts[purpose], len(answered))
        values[f"purpose_mix:{purpose}"] = ratio(counts[purpose], mentions)
        values[f"purpose_internal_share:{purpose}"] = ratio(sum(sides), len(sides))
    return values


def _mentoring(audit: Audit, among: Population) -> Values:
    ids = ("mentors_active", "mentees_active", "mentoring_types", "knowing_covered")
    asked = (audit.person["cohort"], audit.row["wave"]) in among.asked
    if not asked or not (audit.is_done or audit.mentoring):
        return dict.fromkeys(ids)
    day = audit.day.isoformat()
    running = [
        row
        for row in audit.mentoring
        if (row["start_date"] or day) <= day and (row["end_date"] is None or row["end_date"] > day)
    ]
    mentors = [row for row in running if row["my_role"] in ("mentee", "both")]
    helps = [[row[f"helps_{how}"] for row in mentors] for how in ("why", "how", "whom")]
    told = not mentors or any(answer for answers in helps for answer in answers)
    mentees = sum(row["my_role"] in ("mentor", "both") for row in running)
    types = {row["type"] for row in running} - {None, "unknown"}
    covered = sum("yes" in answers for answers in helps) if told else None
    return dict(zip(ids, (len(mentors), mentees, len(types), covered), strict=True))


def _carried_over(audit: Audit) -> Values:
    ids = ("retained", "added", "dropped", "retention", "novelty", "jaccard")
    if audit.previous is None:
        return dict.fromkeys(ids)
    now = {contact["contact_id"] for contact in audit.contacts}
    before = {contact["contact_id"] for contact in audit.previous.contacts}
    kept, added, dropped = len(now & before), len(now - before), len(before - now)
    shares = ratio(kept, len(before)), ratio(added, len(now)), ratio(kept, len(now | before))
    return dict(zip(ids, (kept, added, dropped, *shares), strict=True))
