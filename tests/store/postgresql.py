"""A server of PostgreSQL for the tests alone: on a socket, in a folder that goes with it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

DEBIAN = Path("/usr/lib/postgresql")
START_SECONDS = 30
# Nothing of it has to outlast the tests.
HASTE = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


@contextmanager
def serving() -> Iterator[Path]:
    """The folder of the socket at which the user postgres comes in; skips where there is none."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="netaudit-postgresql-"))
    user = _user()
    if user is not None:
        shutil.chown(folder, user)
    data = folder / "data"
    options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-locale", "--no-sync"]
    _run([programs / "initdb", *options, data], user)
    settings = [part for name in HASTE for part in ("-c", f"{name}=off")]
    command = [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses="]
    with (folder / "log").open("w") as log:
        running = subprocess.Popen([*command, *settings], user=user, stdout=log, stderr=log)
        try:
            _wait_for(folder, running)
            yield folder
        finally:
            running.send_signal(signal.SIGINT)  # asks nobody who is still connected
            running.wait(timeout=20)
            shutil.rmtree(folder)


def _programs() -> Path:
    found = shutil.which("initdb")
    installed = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found is None and not installed:
        pytest.skip("PostgreSQL is not installed: make postgresql")
    return Path(found).resolve().parent if found else installed[-1].parent


def _user() -> str | None:
    """Whose server it is: PostgreSQL does not run as root."""
    is_root = hasattr(os, "getuid") and os.getuid() == 0
    return "postgres" if is_root else None


def _run(command: Sequence[str | Path], user: str | None) -> None:
    subprocess.run(command, user=user, check=True, stdout=subprocess.DEVNULL)


def _wait_for(folder: Path, running: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and running.poll() is None:
        try:
            psycopg.connect(host=str(folder), user="postgres", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
