"""Decides who is who, where nothing in the data speaks against it."""

from collections.abc import Mapping
from dataclasses import dataclass

from netaudit.engine import duckdb as engine
from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor
from netaudit.store.matching import corrections
from netaudit.store.matching.corrections import Corrections
from netaudit.store.workspace import Workspace
from netaudit.vocabulary import readable
from netaudit.wording import enumerated


@dataclass(frozen=True, kw_only=True)
class Person:
    """A code as the imports have it; `waves` are those of its audits, in order."""

    cohort: str
    waves: tuple[str, ...]


def accept(workspace: Workspace, code: str, meant: str, by: Actor, *, reason: str = "") -> None:
    """From the next time the database is built, `code` stands for the participant `meant`.

    NetauditError where there is no such participant, or both answered at one wave.
    """
    people = _people(workspace)
    _check_known(people, code, meant)
    _check_waves(people, corrections.in_force(workspace.ledger), code, meant)
    _write(workspace, people, code, meant, by, is_accepted=True, reason=reason)


def reject(workspace: Workspace, code: str, meant: str, by: Actor, *, reason: str = "") -> None:
    """They are two people: nobody is asked about them again until that is undone."""
    people = _people(workspace)
    _check_known(people, code, meant)
    _write(workspace, people, code, meant, by, is_accepted=False, reason=reason)


def _write(
    workspace: Workspace,
    people: Mapping[str, Person],
    code: str,
    meant: str,
    by: Actor,
    *,
    is_accepted: bool,
    reason: str,
) -> None:
    corrections.write(
        workspace.ledger,
        code,
        meant,
        by,
        is_accepted=is_accepted,
        reason=reason,
        cohort=people[meant].cohort,
    )


def _check_known(people: Mapping[str, Person], *codes: str) -> None:
    for one in codes:
        if one not in people:
            raise NetauditError(
                f"There is no participant {one}.", "Codes are written as in the imports."
            )


def _check_waves(
    people: Mapping[str, Person], standing: Corrections, code: str, meant: str
) -> None:
    here, there = (_waves(people, standing, one) for one in (code, meant))
    both = [wave for wave in here if wave in there]
    if both:
        waves = enumerated([readable(wave).lower() for wave in both])
        raise NetauditError(
            f"{code} and {meant} both have an audit at {waves}.",
            "One participant has one audit at a wave, so these are two people, or one answered"
            " twice: then leave one answer out of the export and import it again.",
        )


def _waves(people: Mapping[str, Person], standing: Corrections, code: str) -> dict[str, None]:
    """The waves of everybody who counts as the same participant as this one."""
    members = corrections.written_as(standing, [standing.get(code, code)])
    return dict.fromkeys(wave for one in members if one in people for wave in people[one].waves)


def _people(workspace: Workspace) -> dict[str, Person]:
    """Every participant of the imports that count; the latest says the cohort."""
    found: dict[str, Person] = {}
    order = [wave for record in workspace.counting() for wave in record.waves]
    con = engine.connect()
    try:
        for stored in workspace.stored():
            people, audits = stored.table("participants"), stored.table("audits")
            rows = con.execute(
                "SELECT participant_id, any_value(p.cohort), list(DISTINCT a.wave)"
                " FROM read_parquet(?) AS p LEFT JOIN read_parquet(?) AS a USING (participant_id)"
                " GROUP BY participant_id",
                [str(people), str(audits)],
            ).fetchall()
            for code, cohort, waves in rows:
                earlier = found[code].waves if code in found else ()
                met = {*earlier, *(wave for wave in waves if wave is not None)}
                found[code] = Person(cohort=cohort, waves=tuple(sorted(met, key=order.index)))
    finally:
        con.close()
    return found
