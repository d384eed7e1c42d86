"""The participants: who they are, what their network is like at the start and where it is going."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle

from netaudit.sample.dice import Dice
from netaudit.sample.organisations import ORGANISATIONS, Organisation
from netaudit.sample.texts import names

Row = dict[str, object]

WAVES = ("baseline", "midpoint", "endpoint")


@dataclass(frozen=True, kw_only=True)
class CohortPlan:
    """A cohort: how many are enrolled, and the first day of each wave."""

    id: str
    name: str
    enrolled: int
    start: date
    end: date
    opens: dict[str, date]


COHORTS = (
    CohortPlan(
        id="2025",
        name="Cohort 2025",
        enrolled=40,
        start=date(2025, 1, 20),
        end=date(2025, 12, 5),
        opens={
            "baseline": date(2025, 1, 22),
            "midpoint": date(2025, 6, 16),
            "endpoint": date(2025, 11, 10),
        },
    ),
    CohortPlan(
        id="2026",
        name="Cohort 2026",
        enrolled=24,
        start=date(2026, 1, 15),
        end=date(2026, 11, 20),
        opens={
            "baseline": date(2026, 1, 19),
            "midpoint": date(2026, 5, 25),
            "endpoint": date(2026, 10, 12),
        },
    ),
)
DAYS_TO_ANSWER = 23


def cohorts(newest: int | None = None) -> tuple[CohortPlan, ...]:
    """The cohorts, the newest with so many people if a number is given."""
    *earlier, last = COHORTS
    return COHORTS if newest is None else (*earlier, replace(last, enrolled=newest))


@dataclass(frozen=True, kw_only=True)
class Life:
    """What kind of network somebody has; each number is a probability unless it says otherwise.

    `inside` None: as usual in the organisation. `closed` multiplies how often contacts know each
    other. `past`: known for long or from an earlier role. `alike`: same function and level.
    `relevant`: matters for the future. `stuck`: could not picture the person in another role.
    """

    inside: float | None = None
    closed: float = 1.0
    past: float = 0.42
    alike: float = 0.45
    relevant: float = 0.50
    stuck: float = 0.24


# Most people have an ordinary network; a few live each of the four patterns, and some reach widely.
LIVES = {
    "ordinary": Life(),
    "echo chamber": Life(inside=0.94, closed=1.45, alike=0.5),
    "network lag": Life(past=0.93, relevant=0.12, stuck=0.34),
    "birds of a feather": Life(inside=0.74, closed=1.1, alike=0.9),
    "pigeonholing": Life(past=0.5, stuck=0.68),
    "wide": Life(inside=0.30, closed=0.65, past=0.32, alike=0.25, relevant=0.66, stuck=0.12),
}
LIFE_SHARES = {
    "ordinary": 28,
    "echo chamber": 8,
    "network lag": 8,
    "birds of a feather": 7,
    "pigeonholing": 7,
    "wide": 6,
}

# Where a network is heading: the change in the share of new contacts found inside. More people
# open up than close down, and a third stay as they are.
COURSES = {"opening": -0.30, "steady": -0.04, "closing": 0.22}
COURSE_SHARES = {"opening": 50, "steady": 32, "closing": 18}

# Who answers which waves: d answered, n opened and not done, - never opened. Most see it through,
# some leave, some miss a wave, a few never begin.
ATTENDANCE_SHARES = {
    "ddd": 68,
    "dd-": 7,
    "ddn": 5,
    "d--": 5,
    "dnd": 4,
    "ndd": 4,
    "nn-": 2,
    "---": 5,
}

LEVELS = {"first_line": 18, "middle": 28, "senior": 14, "executive": 4}
LEVELS_OF_THE_YOUNG = {"first_line": 3, "middle": 1}
SCHEME_ROLES = {"mentee": 36, "both": 12, "mentor": 8, "none": 6, "": 2}
GENDERS = {"woman": 36, "man": 22, "non_binary": 2, "": 4}
# Years at work, at most, of those who cannot have had a long career.
YEARS_AT_WORK = {"under_30": 5, "30_39": 15}
LONGEST_IN_ROLE = 9
AGE_BANDS = {"under_30": 5, "30_39": 22, "40_49": 21, "50_59": 11, "60_plus": 2, "": 3}
ETHNIC_GROUPS = {"white": 34, "asian": 11, "black": 8, "mixed": 4, "other": 2, "": 5}

# Sharing with the own mentor is easiest, being matched with strangers hardest.
CONSENTS = {
    "share_with_coordinator": {"yes": 45, "no": 12, "": 7},
    "share_with_mentor": {"yes": 50, "no": 8, "": 6},
    "consent_matching": {"yes": 46, "no": 11, "": 7},
    "consent_introductions": {"yes": 40, "no": 16, "": 8},
}


@dataclass(frozen=True, kw_only=True)
class Person:
    """A participant with everything that decides how the audits turn out.

    `attendance` maps a wave to d (answered) or n (opened, not done). `days` says when each was due.
    """

    id: str
    plan: CohortPlan
    organisation: Organisation
    life: Life
    course: float
    attendance: dict[str, str]
    days: dict[str, date]
    role_started: date
    row: Row

    def answers(self, wave: str) -> bool:
        """Whether the person fills in the audit of this wave."""
        return self.attendance.get(wave) == "d"

    def share_inside(self) -> float:
        """The usual share of contacts inside the own organisation."""
        return self.organisation.inside if self.life.inside is None else self.life.inside


def people(seed: int, plans: Sequence[CohortPlan] = COHORTS) -> list[Person]:
    """Everybody enrolled, cohort by cohort."""
    dice = Dice(seed, "names")
    # In a large cohort names come again.
    surnames = cycle(reversed(dice.shuffled(names("surnames"))))
    given = {gender: cycle(reversed(dice.shuffled(names(gender)))) for gender in ("woman", "man")}
    return [person for plan in plans for person in _cohort(seed, plan, given, surnames)]


def _cohort(
    seed: int, plan: CohortPlan, given: Mapping[str, Iterator[str]], surnames: Iterator[str]
) -> list[Person]:
    dice = Dice(seed, "cohort", plan.id)
    organisations = dice.deal(
        {number: entry.share for number, entry in enumerate(ORGANISATIONS)}, plan.enrolled
    )
    lives = dice.deal(LIFE_SHARES, plan.enrolled)
    courses = dice.deal(COURSE_SHARES, plan.enrolled)
    attendances = dice.deal(ATTENDANCE_SHARES, plan.enrolled)
    genders = dice.deal(GENDERS, plan.enrolled)
    found = []
    for index in range(plan.enrolled):
        gender = genders[index]
        names = given[gender if gender in given else dice.one(tuple(given))]
        name = f"{next(names)} {next(surnames)}"
        found.append(
            _person(
                dice,
                plan,
                participant_id=f"P-{plan.id}-{index + 1:02}",
                organisation=ORGANISATIONS[organisations[index]],
                life=LIVES[lives[index]],
                course=COURSES[courses[index]],
                attendance=dict(zip(WAVES, attendances[index], strict=True)),
                described={"name": name, "gender": gender},
            )
        )
    return found


def _person(
    dice: Dice,
    plan: CohortPlan,
    *,
    participant_id: str,
    organisation: Organisation,
    life: Life,
    course: float,
    attendance: dict[str, str],
    described: Row,
) -> Person:
    age_band = dice.pick(AGE_BANDS)
    at_work = min(LONGEST_IN_ROLE, YEARS_AT_WORK.get(age_band, LONGEST_IN_ROLE))
    started = plan.start - timedelta(days=dice.whole(60, 350 * at_work))
    row: Row = {
        "participant_id": participant_id,
        "cohort": plan.id,
        **described,
        "email": f"{described['name']}@example.org".lower().replace(" ", "."),
        "status": _status(plan, attendance),
        "organisation": organisation.code,
        "function": dice.pick(organisation.functions),
        "sector": organisation.sector,
        "level": dice.pick(LEVELS_OF_THE_YOUNG if age_band == "under_30" else LEVELS),
        "place": dice.pick(organisation.places),
        "scheme_role": dice.pick(SCHEME_ROLES),
        "role_started": "" if dice.chance(0.06) else started,
        "age_band": age_band,
        "ethnic_group": dice.pick(ETHNIC_GROUPS),
        **{consent: dice.pick(weights) for consent, weights in CONSENTS.items()},
    }
    return Person(
        id=participant_id,
        plan=plan,
        organisation=organisation,
        life=life,
        course=course,
        attendance={wave: state for wave, state in attendance.items() if state != "-"},
        days={
            wave: plan.opens[wave] + timedelta(days=dice.whole(0, DAYS_TO_ANSWER)) for wave in WAVES
        },
        role_started=started,
        row=row,
    )


def _status(plan: CohortPlan, attendance: dict[str, str]) -> str:
    if attendance["endpoint"] == "-" and attendance["baseline"] != "-":
        return "withdrawn"
    finished = plan.id == COHORTS[0].id and attendance["endpoint"] != "-"
    return "completed" if finished else "active"
