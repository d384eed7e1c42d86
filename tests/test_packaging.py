"""The wheel holds all that netaudit needs to run where there is no clone."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]


def test_the_wheel_has_the_pages_the_sql_and_the_sample_and_no_secrets(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    there = set(ZipFile(wheel).namelist())
    package = {
        f"netaudit/{path.relative_to(ROOT / 'src' / 'netaudit').as_posix()}"
        for path in (ROOT / "src" / "netaudit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    beside = ["app.py", ".streamlit/config.toml"]
    for folder in ("pages", "data/sample"):
        files = (path for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts)
        beside += [path.relative_to(ROOT).as_posix() for path in files if path.is_file()]
    wanted = package | {f"netaudit/dashboard/{name}" for name in beside}
    assert wanted - there == set()
    assert not [name for name in there if "secrets.toml" in name]
