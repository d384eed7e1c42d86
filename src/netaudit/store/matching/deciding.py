"""Decides who is who, where nothing in the data speaks against it."""

from netaudit.engine import duckdb as engine
from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor
from netaudit.store.matching import corrections
from netaudit.store.matching.corrections import Corrections
from netaudit.store.workspace import Workspace
from netaudit.vocabulary import readable
from netaudit.wording import enumerated


def accept(workspace: Workspace, code: str, meant: str, by: Actor, *, reason: str = "") -> None:
    """From the next time the database is built, `code` stands for the participant `meant`.

    NetauditError where there is no such participant, or both answered at one wave.
    """
    _check_waves(workspace, code, meant)
    corrections.write(workspace.ledger, code, meant, by, is_accepted=True, reason=reason)


def reject(workspace: Workspace, code: str, meant: str, by: Actor, *, reason: str = "") -> None:
    """They are two people: nobody is asked about them again until that is undone."""
    corrections.write(workspace.ledger, code, meant, by, is_accepted=False, reason=reason)


def _check_waves(workspace: Workspace, code: str, meant: str) -> None:
    standing = corrections.in_force(workspace.ledger)
    answered = _answered(workspace)
    for one in (code, meant):
        if one not in answered:
            raise NetauditError(
                f"There is no participant {one}.", "Codes are written as in the imports."
            )
    here, there = (_waves(answered, standing, one) for one in (code, meant))
    both = [wave for wave in here if wave in there]
    if both:
        waves = enumerated([readable(wave).lower() for wave in both])
        raise NetauditError(
            f"{code} and {meant} both have an audit at {waves}.",
            "One participant has one audit at a wave, so these are two people, or one answered"
            " twice: then leave one answer out of the export and import it again.",
        )


def _waves(answered: dict[str, list[str]], standing: Corrections, code: str) -> dict[str, None]:
    """The waves of everybody who counts as the same participant as this one."""
    meant = standing.get(code, code)
    members = corrections.written_as(standing, [meant])
    return dict.fromkeys(wave for one in members for wave in answered.get(one, []))


def _answered(workspace: Workspace) -> dict[str, list[str]]:
    """Every participant of the imports that count, with the waves of their audits, in order."""
    found: dict[str, list[str]] = {}
    con = engine.connect()
    try:
        for stored in workspace.stored():
            people, audits = stored.table("participants"), stored.table("audits")
            rows = con.execute(
                "SELECT participant_id, a.wave FROM read_parquet(?) AS p"
                " FULL JOIN read_parquet(?) AS a USING (participant_id)",
                [str(people), str(audits)],
            ).fetchall()
            for code, wave in rows:
                waves = found.setdefault(str(code), [])
                if wave is not None and wave not in waves:
                    waves.append(str(wave))
    finally:
        con.close()
    order = [wave for record in workspace.counting() for wave in record.waves]
    return {code: sorted(waves, key=order.index) for code, waves in found.items()}
