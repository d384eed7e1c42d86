"""Invented participants of any number, as canonical tables in Parquet, and as an export in CSV.

About ten contacts each and thirteen ties, a fifth audited a second time. Some answers are missing,
some lists are short, empty or not done, and some pairs were not asked about.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

CAP = 10
TABLES = ("participants", "audits", "contacts", "ties", "mentoring")
PARTICIPANTS_AT_ONCE = 100_000
SEED = 20_241
FIRST_DAY = date(2025, 3, 1)
FUNCTIONS = ("clinical", "finance", "nursing", "people", "research", "strategy", "not_applicable")
SECTORS = ("charity", "health", "local_government", "private", "university", "unknown")

Columns = dict[str, pa.Array]

CONTACT_CODES: dict[str, tuple[tuple[str, ...], tuple[float, ...]]] = {
    "affiliation": (
        (
            "same_team",
            "same_org",
            "other_org_same_sector",
            "other_org_other_sector",
            "outside_work",
            "unknown",
        ),
        (0.3, 0.3, 0.2, 0.1, 0.08, 0.02),
    ),
    "function": (FUNCTIONS, (0.25, 0.1, 0.2, 0.15, 0.1, 0.15, 0.05)),
    "sector": (SECTORS, (0.1, 0.5, 0.1, 0.15, 0.1, 0.05)),
    "seniority": (("more_junior", "same_level", "more_senior", "unknown"), (0.2, 0.4, 0.37, 0.03)),
    "distance": (
        ("same_site", "same_city_region", "same_country", "other_country", "unknown"),
        (0.45, 0.25, 0.2, 0.07, 0.03),
    ),
    "gender_rel": (("same", "different", "unknown", "prefer_not"), (0.6, 0.35, 0.03, 0.02)),
    "ethnicity_rel": (("same", "different", "unknown", "prefer_not"), (0.6, 0.3, 0.06, 0.04)),
    "age_rel": (
        ("younger_10plus", "within_10", "older_10plus", "unknown"),
        (0.15, 0.55, 0.25, 0.05),
    ),
    "first_known": (
        ("current_role", "previous_role", "education", "this_programme", "unknown"),
        (0.5, 0.2, 0.1, 0.15, 0.05),
    ),
    "support_direction": (("i_get", "i_give", "both", "unknown"), (0.3, 0.2, 0.45, 0.05)),
    "future_relevance": (("yes", "no", "not_sure"), (0.5, 0.3, 0.2)),
    "sees_different": (("yes", "no", "not_sure"), (0.5, 0.3, 0.2)),
    "purposes": (
        (
            "operational",
            "personal",
            "strategic",
            "operational|personal",
            "operational|strategic",
            "personal|strategic",
            "operational|personal|strategic",
            "none",
        ),
        (0.3, 0.15, 0.1, 0.15, 0.1, 0.05, 0.1, 0.05),
    ),
}
"""The codes of each column and how often each is given; a few cells are blank besides."""

BLANK = 0.02


def write_population(participants: int, into: Path) -> None:
    """The canonical tables as Parquet files in the folder `into`, the same for the same number."""
    into.mkdir(parents=True, exist_ok=True)
    writers: dict[str, pq.ParquetWriter] = {}
    for first in range(0, participants, PARTICIPANTS_AT_ONCE):
        last = min(first + PARTICIPANTS_AT_ONCE, participants)
        for name, table in _tables(np.arange(first, last)).items():
            if name not in writers:
                writers[name] = pq.ParquetWriter(into / f"{name}.parquet", table.schema)
            writers[name].write_table(table, row_group_size=PARTICIPANTS_AT_ONCE)
    for writer in writers.values():
        writer.close()


def write_export(population: Path, into: Path) -> None:
    """The same tables as an export: a CSV file each, which `netaudit import` takes."""
    into.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as con:
        for name in TABLES:
            source, target = population / f"{name}.parquet", into / f"{name}.csv"
            con.execute(f"COPY (FROM '{source}') TO '{target}' (FORMAT csv, HEADER)")


def _tables(people: np.ndarray) -> dict[str, pa.Table]:
    dice = np.random.default_rng([SEED, int(people[0])])
    again = people[dice.random(len(people)) < 0.2]
    person = np.concatenate([people, again])
    wave = np.repeat([0, 1], [len(people), len(again)])
    size = _sizes(dice, len(person))
    at, slot = _members(size)
    low, high, in_audit, is_tied = _ties(dice, size)
    codes = dice.integers(0, 6, (2, len(people)))
    tables: dict[str, Columns] = {
        "participants": {
            "participant_id": _ids("p", people),
            "cohort": _ids("c", people % 5),
            "function": _pick(FUNCTIONS, codes[0]),
            "sector": _pick(SECTORS, codes[1]),
        },
        "audits": _audits(dice, person, wave, size),
        "contacts": {**_whose(person[at], wave[at]), **_contacts(dice, wave[at], slot)},
        "ties": {
            **_whose(person[in_audit], wave[in_audit]),
            "contact_a": _ids("k", _contact_number(wave[in_audit], low)),
            "contact_b": _ids("k", _contact_number(wave[in_audit], high)),
            "tie": _pick(("do_not_know", "acquainted"), is_tied.astype(int)),
        },
        "mentoring": _mentoring(dice, person, wave),
    }
    return {name: pa.table(columns) for name, columns in tables.items()}


def _sizes(dice: np.random.Generator, audits: int) -> np.ndarray:
    """How many contacts each audit lists; -1 where it was not done."""
    usual = np.where(dice.random(audits) < 0.8, CAP, dice.integers(3, CAP, audits))
    return np.select(
        [dice.random(audits) < share for share in (0.01, 0.01, 0.01)], [-1, 0, 1], usual
    )


def _members(size: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The audit and the place in its list of every contact."""
    listed = np.maximum(size, 0)
    at = np.repeat(np.arange(len(size)), listed)
    return at, np.arange(len(at)) - np.repeat(np.cumsum(listed) - listed, listed)


def _ties(dice: np.random.Generator, size: np.ndarray) -> tuple[np.ndarray, ...]:
    """Low and high place and audit of each pair with a row, and whether the two know each other."""
    first, second = np.triu_indices(CAP, 1)
    density = dice.beta(3, 7, len(size))[:, None]
    asked = second[None, :] < size[:, None]
    tied = asked & (dice.random((len(size), len(first))) < density)
    # Every eighth audit was asked about all pairs, every sixteenth leaves some of them unanswered.
    number = np.arange(len(size))[:, None]
    answered = dice.random(tied.shape) < np.where(number % 16 == 0, 0.97, 1)
    rows = tied | (asked & (number % 8 == 0) & answered)
    audit, pair = np.nonzero(rows)
    return first[pair], second[pair], audit, tied[audit, pair]


def _whose(person: np.ndarray, wave: np.ndarray) -> Columns:
    return {"participant_id": _ids("p", person), "wave": _pick(("baseline", "endpoint"), wave)}


def _audits(
    dice: np.random.Generator, person: np.ndarray, wave: np.ndarray, size: np.ndarray
) -> Columns:
    status = np.select([size < 0, size == 0], [0, 1], 2)
    asked = np.where(np.arange(len(size)) % 8 == 0, 0, 1)
    ratings = {
        f"self_{name}": pa.array(dice.integers(1, 5, len(size)), pa.int32())
        for name in ("birds_of_a_feather", "network_lag", "echo_chamber", "pigeonholing")
    }
    days = [FIRST_DAY + timedelta(days=step * 180) for step in (0, 1)]
    return {
        **_whose(person, wave),
        "completed_on": pa.array(days, pa.date32()).take(pa.array(wave)),
        "contacts_status": _pick(("not_done", "none_to_name", "complete"), status),
        "ties_status": _pick(("all_pairs_asked", "positive_only_complete"), asked),
        **ratings,
    }


def _contact_number(wave: np.ndarray, slot: np.ndarray) -> np.ndarray:
    """At the second wave the first three contacts are new ones."""
    return np.where((wave == 1) & (slot < 3), slot + CAP, slot)


def _contacts(dice: np.random.Generator, wave: np.ndarray, slot: np.ndarray) -> Columns:
    rows = len(slot)
    coded = {
        name: _given(dice, _pick(codes, dice.choice(len(codes), rows, p=shares)))
        for name, (codes, shares) in CONTACT_CODES.items()
    }
    return {
        "contact_id": _ids("k", _contact_number(wave, slot)),
        **coded,
        "closeness": _given(dice, pa.array(dice.integers(1, 5, rows), pa.int32())),
        "years_known": _given(
            dice, pa.array(np.minimum(np.round(dice.gamma(1.5, 4, rows), 1), 60))
        ),
        "last_contact_days": _given(dice, pa.array(dice.integers(0, 180, rows), pa.int32())),
    }


def _mentoring(dice: np.random.Generator, person: np.ndarray, wave: np.ndarray) -> Columns:
    each = dice.integers(0, 4, len(person))
    at = np.repeat(np.arange(len(person)), each)
    number = np.arange(len(at)) - np.repeat(np.cumsum(each) - each, each)
    rows = len(at)
    days = [(FIRST_DAY + timedelta(days=10 * step)).isoformat() for step in range(-100, 30)]
    kinds = ("sponsorship", "developmental", "reverse", "peer", "unknown")
    helps = {
        f"helps_{name}": _given(dice, _pick(("yes", "no"), dice.integers(0, 2, rows)), blank=0.2)
        for name in ("why", "how", "whom")
    }
    return {
        **_whose(person[at], wave[at]),
        "mentoring_id": _ids("m", number),
        "my_role": _pick(("mentee", "mentor", "both"), dice.choice(3, rows, p=(0.6, 0.3, 0.1))),
        "type": _pick(kinds, dice.integers(0, len(kinds), rows)),
        "start_date": _given(dice, _pick(days[:60], dice.integers(0, 60, rows)), blank=0.1),
        "end_date": _given(dice, _pick(days[60:], dice.integers(0, 70, rows)), blank=0.6),
        **helps,
    }


def _ids(letter: str, numbers: np.ndarray) -> pa.Array:
    distinct, place = np.unique(numbers, return_inverse=True)
    return _pick([f"{letter}{number}" for number in distinct.tolist()], place)


def _pick(codes: Sequence[str], which: np.ndarray) -> pa.Array:
    return pa.array(codes, pa.string()).take(pa.array(which))


def _given(dice: np.random.Generator, values: pa.Array, blank: float = BLANK) -> pa.Array:
    """The values with some of them left out."""
    return pc.if_else(pa.array(dice.random(len(values)) >= blank), values, None)
