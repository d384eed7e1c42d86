"""Who is known to be one person: by key, by accepted matches, and among those who consent alone."""

from netaudit.definitions import registry
from netaudit.definitions.examples import small_table
from netaudit.engine import duckdb as engine
from netaudit.programme import Programme

PARTICIPANTS = """
    participant_id cohort consent_matching
    P1             2026   yes
    P2             2026   yes
    P3             2026   yes
    P4             2026   no"""
CONTACTS = """
    participant_id wave     contact_id person_key
    P1             baseline a          k1
    P1             baseline b          k2
    P2             baseline a          k1
    P3             baseline a          k3
    P4             baseline a          k1"""
WITHOUT_KEY = [
    {"participant_id": who, "wave": "baseline", "contact_id": "z"} for who in ("P2", "P3", "P4")
]


def known(*matches: tuple[str, str, str, str]) -> set[frozenset[str]]:
    """The groups of contacts that are one person, as `P1/a`."""
    people = small_table(PARTICIPANTS, "")
    with engine.connect() as con:
        engine.create_canonical_tables(con)
        engine.load_rows(
            con,
            {
                "participants": people,
                "audits": [
                    {"participant_id": row["participant_id"], "wave": "baseline"} for row in people
                ],
                "contacts": [*small_table(CONTACTS, ""), *WITHOUT_KEY],
            },
        )
        engine.create_programme_tables(con, Programme())
        con.execute(f"CREATE TABLE audit AS {registry.stages()['audit'].sql}")
        for match in matches:
            con.execute("INSERT INTO contact_match VALUES (?, ?, ?, ?)", list(match))
        rows = con.execute(registry.results()["same_person"].sql).fetchall()
    groups: dict[int, set[str]] = {}
    for participant, contact, person in rows:
        groups.setdefault(person, set()).add(f"{participant}/{contact}")
    return {frozenset(group) for group in groups.values()}


def of(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group.split()) for group in groups}


def test_keys_count_among_those_who_consent() -> None:
    assert known() == of("P1/a P2/a", "P1/b", "P3/a")


def test_an_accepted_match_joins_whoever_is_one_person_already() -> None:
    assert known(("P2", "z", "P3", "z")) == of("P1/a P2/a", "P1/b", "P3/a", "P2/z P3/z")
    assert known(("P2", "a", "P3", "z")) == of("P1/a P2/a P3/z", "P1/b", "P3/a")
    assert known(("P2", "z", "P3", "z"), ("P1", "b", "P3", "z")) == of(
        "P1/a P2/a", "P1/b P2/z P3/z", "P3/a"
    )
    # Two keys that turn out to be one person's.
    assert known(("P1", "a", "P3", "a")) == of("P1/a P2/a P3/a", "P1/b")


def test_a_match_without_consent_or_without_the_contact_counts_for_nothing() -> None:
    assert known(("P3", "z", "P4", "z"), ("P1", "gone", "P2", "z")) == known()
