"""The fastest peer known: NumPy over columns, and dense contact × contact arrays in batches."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tests.benchmarks.content import INTERNAL, KINDS, MIXED, PURPOSES, SAME
from tests.benchmarks.population import CAP
from tests.benchmarks.rows import WAVES

AUDITS_AT_ONCE = 8192
Array = np.ndarray[Any, Any]
Wide = dict[str, Array]
"""One column of float64 a measure and attribute, NaN where undefined, in the order of audits."""

NOT_CATEGORIES = ("unknown", "not_applicable", "prefer_not")


@dataclass(frozen=True, kw_only=True)
class Column:
    """A coded column: a number into `codes` each, -1 where it is blank or says nothing."""

    values: Array
    codes: list[str]

    def is_one_of(self, codes: tuple[str, ...]) -> Array:
        return np.isin(self.values, [n for n, code in enumerate(self.codes) if code in codes])


@dataclass(kw_only=True)
class Tables:
    """The canonical tables as columns, with the audit that each row is of."""

    people: pa.Table
    audits: pa.Table
    contacts: pa.Table
    ties: pa.Table
    mentoring: pa.Table
    at: dict[str, Array]
    person: Array
    wave: Array

    @property
    def n(self) -> int:
        return self.audits.num_rows


def read_tables(folder: Path) -> Tables:
    tables = {
        name: _with_codes(folder / f"{name}.parquet")
        for name in ("participants", "audits", "contacts", "ties", "mentoring")
    }
    people = tables["participants"]["participant_id"].combine_chunks().dictionary_decode()
    keys = {
        name: _person(table, people) * len(WAVES) + coded(table, "wave", WAVES).values
        for name, table in tables.items()
        if name != "participants"
    }
    place = np.full(len(people) * len(WAVES), -1)
    place[keys["audits"]] = np.arange(len(keys["audits"]))
    return Tables(
        people=tables["participants"],
        audits=tables["audits"],
        contacts=tables["contacts"],
        ties=tables["ties"],
        mentoring=tables["mentoring"],
        at={name: place[key] for name, key in keys.items()},
        person=keys["audits"] // len(WAVES),
        wave=keys["audits"] % len(WAVES),
    )


def _with_codes(path: Path) -> pa.Table:
    schema = pq.read_schema(path)
    texts = [field.name for field in schema if pa.types.is_string(field.type)]
    return pq.read_table(path, read_dictionary=texts).unify_dictionaries()


def _person(table: pa.Table, people: pa.Array) -> Array:
    column = table["participant_id"].combine_chunks()
    return pc.index_in(column.dictionary, people).to_numpy()[column.indices.to_numpy()]


def coded(table: pa.Table, name: str, codes: tuple[str, ...] | None = None) -> Column:
    """The column's codes in alphabetical order, or as given; those that say nothing are blank."""
    column = table[name].combine_chunks()
    held = column.dictionary.to_pylist()
    kept = list(codes or sorted(set(held) - set(NOT_CATEGORIES)))
    number = {code: n for n, code in enumerate(kept)}
    new = np.array([*(number.get(code, -1) for code in held), -1])
    return Column(values=new[pc.fill_null(column.indices, len(held)).to_numpy()], codes=kept)


def numbers(table: pa.Table, name: str) -> Array:
    """NaN where blank."""
    return table[name].cast(pa.float64()).combine_chunks().to_numpy(zero_copy_only=False)


def run_numpy(folder: Path) -> Wide:
    """Every measure of every audit."""
    tables = read_tables(folder)
    with np.errstate(all="ignore"):
        size = np.bincount(tables.at["contacts"], minlength=tables.n)
        done = coded(tables.audits, "contacts_status").is_one_of(("not_done",)) ^ True
        affiliation = coded(tables.contacts, "affiliation")
        internal = np.where(affiliation.values < 0, np.nan, affiliation.is_one_of(INTERNAL))
        return {
            **_structure(tables, size, done, internal),
            **_boundary(tables, internal),
            **_mix(tables),
            **_similarity(tables),
            **_acquaintance(tables, size),
            **_purposes(tables, size, done, internal),
            **_mentoring(tables, done),
            **_carried_over(tables, size, done),
        }


def _sum(tables: Tables, which: Array, of: str = "contacts") -> Array:
    return np.bincount(tables.at[of], weights=which, minlength=tables.n)


def _structure(tables: Tables, size: Array, done: Array, internal: Array) -> Wide:
    tied = coded(tables.ties, "tie").is_one_of(("acquainted", "work_closely"))
    ties = np.bincount(tables.at["ties"][tied], minlength=tables.n)
    rows = np.bincount(tables.at["ties"], minlength=tables.n)
    pairs = size * (size - 1) // 2
    positive = coded(tables.audits, "ties_status").is_one_of(("positive_only_complete",))
    known = done & (positive | (rows == pairs))
    place, low, high = _places(tables, size)
    ends = np.cumsum(rows)
    sides = np.full((tables.n, CAP), np.nan)
    sides[tables.at["contacts"], place] = internal
    order = np.argsort(tables.at["ties"], kind="stable")
    found = np.empty((6, tables.n))
    for start in range(0, tables.n, AUDITS_AT_ONCE):
        batch = slice(start, min(start + AUDITS_AT_ONCE, tables.n))
        here = order[ends[start] - rows[start] : ends[batch.stop - 1]]
        here = here[tied[here]]
        dense = np.zeros((batch.stop - start, CAP, CAP), np.float32)
        dense[tables.at["ties"][here] - start, low[here], high[here]] = 1
        dense[tables.at["ties"][here] - start, high[here], low[here]] = 1
        found[:, batch] = _batch(dense, size[batch], sides[batch])
    components, isolates, constraint, hierarchy, bridged, crossing = found
    between = np.where(pairs > 0, bridged / pairs, np.nan)
    of_known_pairs = {
        "density": ties / pairs,
        "components": components,
        "isolates": isolates,
        "effective_size": size - 2 * ties / size,
        "efficiency": 1 - 2 * ties / size**2,
        "constraint": constraint,
        "hierarchy": hierarchy,
        "betweenness": between,
        "connectivity": between,
        "cross_boundary_open_pairs": np.where(np.isnan(sides).all(axis=1), np.nan, crossing),
    }
    return {name: np.where(known, values, np.nan) for name, values in of_known_pairs.items()} | {
        "size": np.where(done, size, np.nan),
        "ties": np.where(done, ties, np.nan),
    }


def _places(tables: Tables, size: Array) -> tuple[Array, Array, Array]:
    """The place of every contact in its list, and of both ends of every tie."""
    names = coded(tables.contacts, "contact_id")
    keys = tables.at["contacts"] * len(names.codes) + names.values
    order = np.argsort(keys)
    first = (np.cumsum(size) - size)[tables.at["contacts"]]
    place = np.empty(len(keys), np.int64)
    place[order] = np.arange(len(keys)) - first[order]
    ends = [
        place[order[np.searchsorted(keys[order], tables.at["ties"] * len(names.codes) + end)]]
        for end in (coded(tables.ties, f"contact_{e}", tuple(names.codes)).values for e in "ab")
    ]
    return place, ends[0], ends[1]


def _batch(tied: Array, size: Array, sides: Array) -> Array:
    """components, isolates, constraint, hierarchy, bridged and open pairs across the boundary."""
    n = size.astype(float)
    member = np.arange(CAP)[None, :] < size[:, None]
    degree = tied.sum(2)
    given = (np.einsum("bij,bj->bi", tied, 1 / (1 + degree)) + 1) / n[:, None]
    constrains = np.where(member, given**2, 0)
    total = constrains.sum(1)
    relative = np.where(member, constrains * (n / total)[:, None], 1)
    hierarchy = (relative * np.log(relative)).sum(1) / (n * np.log(n))
    reach = tied + np.eye(CAP, dtype=np.float32)
    for _ in range(4):
        reach = (np.matmul(reach, reach) > 0).astype(np.float32)
    components = ((reach.argmax(2) == np.arange(CAP)) & member).sum(1)
    low, high = np.triu_indices(CAP, 1)
    shared = np.matmul(tied, tied)[:, low, high]
    untied = (tied[:, low, high] == 0) & member[:, high]
    crossing = untied & (sides[:, low] + sides[:, high] == 1)
    return np.stack(
        [
            components,
            ((degree == 0) & member).sum(1),
            np.where(size > 0, total, np.nan),
            np.where(size > 1, np.maximum(hierarchy, 0), np.nan),
            np.where(untied, 1 / (1 + shared), 0).sum(1),
            crossing.sum(1),
        ]
    )


def _boundary(tables: Tables, internal: Array) -> Wide:
    inside, outside = _sum(tables, internal == 1), _sum(tables, internal == 0)
    known = inside + outside
    return {"internal_share": inside / known, "ei_index": (outside - inside) / known}


def _mix(tables: Tables) -> Wide:
    wide: Wide = {}
    for name in MIXED:
        column = coded(tables.contacts, name)
        counts = _counts(tables, column)
        known = counts.sum(1)
        for number, code in enumerate(column.codes):
            wide[f"composition:{name}={code}"] = counts[:, number] / known
        kinds = KINDS.get(name, len(column.codes))
        if name == "affiliation":
            inside = [code in INTERNAL for code in column.codes]
            counts = np.stack([counts[:, inside].sum(1), counts[:, np.invert(inside)].sum(1)], 1)
        enough = np.where(known >= 2, known, np.nan)
        squares = (counts**2).sum(1)
        parts = counts / enough[:, None]
        wide[f"diversity:{name}"] = 1 - (squares - known) / (enough * (known - 1))
        wide[f"blau:{name}"] = blau = 1 - squares / enough**2
        wide[f"iqv:{name}"] = blau * kinds / (kinds - 1)
        wide[f"entropy:{name}"] = -(parts * np.log(np.where(parts > 0, parts, 1))).sum(1)
    breadth = np.stack([wide[f"diversity:{name}"] for name in MIXED if name != "distance"])
    wide["breadth"] = np.where(
        np.isfinite(breadth).sum(0) >= 3,
        np.nansum(breadth, 0) / np.isfinite(breadth).sum(0),
        np.nan,
    )
    return wide


def _counts(tables: Tables, column: Column) -> Array:
    """How many contacts of each audit are in each category."""
    known = column.values >= 0
    cells = tables.at["contacts"][known] * len(column.codes) + column.values[known]
    shape = tables.n, len(column.codes)
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


def _similarity(tables: Tables) -> Wide:
    wide: Wide = {}
    for name in ("function", "sector"):
        theirs = coded(tables.contacts, name)
        own = coded(tables.people, name, tuple(theirs.codes)).values[tables.person]
        said = coded(tables.people, name).values[tables.person] >= 0
        known = theirs.values >= 0
        same = known & (theirs.values == own[tables.at["contacts"]])
        wide[f"same_as_me:{name}"] = np.where(
            said, _sum(tables, same) / _sum(tables, known), np.nan
        )
    for name, codes in SAME.items():
        column = name if name in MIXED else f"{name}_rel"
        theirs = coded(tables.contacts, column)
        same = _sum(tables, theirs.is_one_of(codes))
        wide[f"same_as_me:{name}"] = same / _sum(tables, theirs.values >= 0)
    return wide


def _acquaintance(tables: Tables, size: Array) -> Wide:
    closeness = numbers(tables.contacts, "closeness")
    years = numbers(tables.contacts, "years_known")
    days = numbers(tables.contacts, "last_contact_days")
    met = coded(tables.contacts, "first_known")
    support = coded(tables.contacts, "support_direction")
    dated = ~np.isnan(years) | (met.values >= 0)
    new = (years < 1) | met.is_one_of(("this_programme",))
    told = _sum(tables, ~np.isnan(closeness))
    new_share = _sum(tables, new) / _sum(tables, dated)
    close = _sum(tables, np.nan_to_num(closeness)) / told
    return {
        "closeness_mean": np.where(told * 100 >= size * 80, close, np.nan),
        "weak_tie_share": _sum(tables, closeness <= 2) / told,
        "years_known_median": _median(tables, years),
        "long_known_share": _sum(tables, years >= 5) / _sum(tables, ~np.isnan(years)),
        "new_share": new_share,
        "dynamism": new_share,
        "last_contact_median_days": _median(tables, days),
        "recent_share": _sum(tables, days <= 30) / _sum(tables, ~np.isnan(days)),
        "reciprocal_share": _sum(tables, support.is_one_of(("both",)))
        / _sum(tables, support.values >= 0),
    }


def _median(tables: Tables, values: Array) -> Array:
    given = ~np.isnan(values)
    at, held = tables.at["contacts"][given], values[given]
    held = held[np.lexsort((held, at))]
    n = np.bincount(at, minlength=tables.n)
    first = np.cumsum(n) - n
    low, high = first + (n - 1) // 2, first + n // 2
    last = len(held) - 1
    middle = (held[np.clip(low, 0, last)] + held[np.clip(high, 0, last)]) / 2
    return np.where(n > 0, middle, np.nan)


def _purposes(tables: Tables, size: Array, done: Array, internal: Array) -> Wide:
    given = coded(tables.contacts, "purposes")
    answered = _sum(tables, given.values >= 0)
    serves = {
        purpose: given.is_one_of(tuple(c for c in given.codes if purpose in c.split("|")))
        for purpose in PURPOSES
    }
    counts = {purpose: _sum(tables, served) for purpose, served in serves.items()}
    mentions = sum(counts.values())
    told = (answered > 0) | (done & (size == 0))
    wide: Wide = {
        "purposes_covered": np.where(told, sum(k > 0 for k in counts.values()), np.nan),
        "single_source_purposes": np.where(told, sum(k == 1 for k in counts.values()), np.nan),
        "multiplexity": mentions / answered,
    }
    for purpose, served in serves.items():
        placed = _sum(tables, served & ~np.isnan(internal))
        wide[f"purpose_share:{purpose}"] = counts[purpose] / answered
        wide[f"purpose_mix:{purpose}"] = counts[purpose] / mentions
        wide[f"purpose_internal_share:{purpose}"] = _sum(tables, served & (internal == 1)) / placed
    return wide


def _mentoring(tables: Tables, done: Array) -> Wide:
    rows = np.bincount(tables.at["mentoring"], minlength=tables.n)
    cohort = coded(tables.people, "cohort").values[tables.person] * len(WAVES) + tables.wave
    asked = np.bincount(cohort, weights=rows)[cohort] > 0
    known = asked & (done | (rows > 0))
    day = tables.audits["completed_on"].cast(pa.string()).to_numpy()[tables.at["mentoring"]]
    start, end = (
        tables.mentoring[f"{edge}_date"].combine_chunks().dictionary_decode()
        for edge in ("start", "end")
    )
    on = pa.array(day, pa.string())
    begun = pc.fill_null(pc.less_equal(start, on), True)
    running = pc.and_(begun, pc.fill_null(pc.greater(end, on), True)).to_numpy(zero_copy_only=False)
    role = coded(tables.mentoring, "my_role")
    mentor = running & role.is_one_of(("mentee", "both"))
    kinds = coded(tables.mentoring, "type")
    types = sum(
        _sum(tables, running & (kinds.values == number), "mentoring") > 0
        for number in range(len(kinds.codes))
    )
    helps = [coded(tables.mentoring, f"helps_{how}") for how in ("why", "how", "whom")]
    covered = sum(_sum(tables, mentor & h.is_one_of(("yes",)), "mentoring") > 0 for h in helps)
    answers = np.any([h.values >= 0 for h in helps], axis=0)
    mentors = _sum(tables, mentor, "mentoring")
    told = (mentors == 0) | (_sum(tables, mentor & answers, "mentoring") > 0)
    mentees = _sum(tables, running & role.is_one_of(("mentor", "both")), "mentoring")
    wide = {"mentors_active": mentors, "mentees_active": mentees, "mentoring_types": types}
    wide["knowing_covered"] = np.where(told, covered, np.nan)
    return {name: np.where(known, values, np.nan) for name, values in wide.items()}


def _carried_over(tables: Tables, size: Array, done: Array) -> Wide:
    place = np.full((tables.people.num_rows, len(WAVES)), -1)
    place[tables.person[done], tables.wave[done]] = np.flatnonzero(done)
    earlier = np.where((tables.wave == 1) & done, place[tables.person, 0], -1)
    names = coded(tables.contacts, "contact_id")
    keys = tables.person[tables.at["contacts"]] * len(names.codes) + names.values
    now = tables.wave[tables.at["contacts"]] == 1
    again = np.zeros(len(keys))
    again[now] = np.isin(keys[now], keys[~now])
    kept = _sum(tables, again)
    before = size[earlier]
    wide = {
        "retained": kept,
        "added": size - kept,
        "dropped": before - kept,
        "retention": kept / before,
        "novelty": (size - kept) / size,
        "jaccard": kept / (size + before - kept),
    }
    return {name: np.where(earlier >= 0, values, np.nan) for name, values in wide.items()}
