"""The typefaces of printed documents: from packages, so that they are the same everywhere.

Source Sans Pro for what netaudit writes; Noto for the other scripts that names may be written in.
"""

import atexit
import shutil
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

FAMILY = "Source Sans Pro"
STYLES = ("Regular", "It", "Semibold", "Bold")


@cache
def font_folders() -> tuple[Path, ...]:
    """The folders that hold the fonts.

    The package of the main one has every style in two formats, in one folder: which of the two a
    renderer finds first would hang on the computer. Those in use get a folder of their own.
    """
    own = Path(tempfile.mkdtemp(prefix="netaudit-fonts-"))
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    for style in STYLES:
        name = f"SourceSansPro-{style}.ttf"
        (own / name).write_bytes((_folder("font_source_sans_pro") / "files" / name).read_bytes())
    return (own, _folder("manimgx_fonts"), _folder("noto_cjk_sans_jp_regular"))


def _folder(package: str) -> Path:
    return Path(str(files(package)))
