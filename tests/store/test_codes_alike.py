"""Whether codes, addresses and labels are near enough to be asked about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.store.matching.codes_alike import Closeness, Identity, closeness
from netaudit.store.matching.contacts_alike import Known, is_whole_name, same_contact


@pytest.mark.parametrize(
    ("one", "other", "rank"),
    [
        ("P-2026-12", "p 2026 12", 1),
        ("P-2026-07", "P-2026-7", 1),
        ("PO12", "P012", 2),
        ("P-2026-12", "P-2026-21", 3),
        ("Anna7", "Ana7", 3),
        ("12345678", "12345679", 4),
        # People of one list: numbers that differ are other people.
        ("P-2026-12", "P-2026-13", None),
        ("P1", "P12", None),
        ("1-12", "11-2", None),
        ("ABE12", "ABF12", None),
        ("-", "_", None),
    ],
)
def test_codes(one: str, other: str, rank: int | None) -> None:
    assert rank_of(Identity(code=one), Identity(code=other)) == rank


@pytest.mark.parametrize(
    ("one", "other", "rank"),
    [
        ("a.quill@x.org", " A.Quill@X.org", 1),
        ("a.quill@x.org", "a.quill@gmail.com", 2),
        ("a.quill@x.org", "aquill@x.org", 2),
        ("a.quill@example.org", "a.qulil@example.org", 3),
        ("jo@x.org", "jp@x.org", None),
        ("quill1@x.org", "quill2@x.org", None),
        ("quill", "quill", None),
    ],
)
def test_addresses(one: str, other: str, rank: int | None) -> None:
    two = Identity(code="1", email=one), Identity(code="999", email=other)
    assert rank_of(*two) == rank


def test_names_that_differ_speak_against_a_slip_but_not_against_one_address() -> None:
    swapped = (
        Identity(code="P-12", name="Jane Quill", email="jq@x.org"),
        Identity(code="P-21", name="Ben Poplar", email="bp@x.org"),
    )
    assert closeness(*swapped) is None
    same_address = (
        Identity(code="P-12", name="Jane Quill", email="jq@x.org"),
        Identity(code="Q-77", name="Ben Poplar", email="JQ@x.org"),
    )
    assert rank_of(*same_address) == 1
    by_name = Identity(code="A", name="Jane Quill"), Identity(code="77", name="Quill, Jane")
    assert closeness(*by_name) == Closeness(rank=2, reasons=("The same words in another order",))


CODES = st.text("aBcoO01l29-_ .é", max_size=8)
PEOPLE = st.builds(
    Identity,
    code=CODES,
    name=st.sampled_from(["", "Jane Quill", "Ben Poplar"]),
    email=st.sampled_from(["", "jq@x.org", "j.q@x.org", "jq@y.org", "poplar@x.org"]),
)


@given(one=PEOPLE, other=PEOPLE)
@settings(max_examples=60, deadline=None)
def test_it_is_the_same_whichever_comes_first(one: Identity, other: Identity) -> None:
    assert closeness(one, other) == closeness(other, one)


@given(code=st.from_regex(r"[a-z]{1,4}-[1-9][0-9]{0,3}", fullmatch=True))
@settings(max_examples=40, deadline=None)
def test_a_code_in_another_dress_is_recognised(code: str) -> None:
    letters, number = code.split("-")
    for dress in (f"{letters.upper()}{number}", f" {letters} 00{number}", f"{letters}_{number}."):
        assert rank_of(Identity(code=code), Identity(code=dress)) == 1


@given(number=st.integers(0, 98))
@settings(max_examples=20, deadline=None)
def test_neighbours_of_one_list_are_not_asked_about(number: int) -> None:
    one, other = (Identity(code=f"P-{at:02}") for at in (number, number + 1))
    swapped = f"{number:02}"[::-1] == f"{number + 1:02}"
    assert (closeness(one, other) is None) is not swapped


def rank_of(one: Identity, other: Identity) -> int | None:
    found = closeness(one, other)
    return None if found is None else found.rank


JANE = Known(label="Jane Quill", organisation="acme", function="people")


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        (JANE, ("The same name", "The same workplace", "The same function")),
        (Known(label="Quill, Jane"), ("The same words in another order",)),
        (
            Known(label="jane quill", organisation="acme"),
            ("The same name", "The same workplace"),
        ),
        (
            Known(label="Jane Quill", organisation="other"),
            ("The same name", "Another workplace, though"),
        ),
        (
            Known(label="Jayne Quill", function="people"),
            ("Spelt nearly alike", "The same function"),
        ),
        (Known(label="Jayne Quill"), None),
        (Known(label="Jane"), None),
        (Known(label="Jane", organisation="acme"), ("Shares “jane”", "The same workplace")),
        (Known(label="JQ", organisation="acme"), None),
        (
            Known(label="JQ", organisation="acme", function="people"),
            ("Initials that fit", "The same workplace", "The same function"),
        ),
        (Known(label="Ben Poplar", organisation="acme", function="people"), None),
    ],
)
def test_contacts(other: Known, reasons: tuple[str, ...] | None) -> None:
    found = same_contact(JANE, other)
    assert (found.reasons if found else None) == reasons


def test_a_fellow_participant_is_known_by_the_code() -> None:
    one, other = Known(label="A", fellow="P1"), Known(label="Jane Quill", fellow="P1")
    assert same_contact(one, other) is not None
    assert same_contact(JANE, Known(label="Jane Quill", fellow="P2")) is not None
    assert same_contact(one, Known(label="A", organisation="acme", fellow="P2")) is None


@pytest.mark.parametrize(
    ("label", "is_whole"),
    [("Jane Quill", True), ("J Quill", False), ("my boss", False), ("Old boss N", False),
     ("Jane", False), ("Quill, Jane", True)],
)  # fmt: skip
def test_whole_names(label: str, is_whole: bool) -> None:
    assert is_whole_name(label) is is_whole
