"""Messages for people at a browser, whom it does not concern where files lie on the server."""

import re

_FOLDERS = re.compile(
    r"""(?<![\w:/.~])        # not in the middle of an address or of a word
    (?:[A-Za-z]:\\|/)       # from the root of a disk on
    (?:[^\s/\\"'“”‘’]+[/\\])+  # every folder, and then the name that stays
    """,
    re.VERBOSE,
)

_DATABASE = re.compile(r"\b(?:sqlite|postgresql)[\w+]*://\S*\s?")


def without_paths(words: str) -> str:
    """The words with each path cut to its last name: `/srv/netaudit/cohort` becomes `cohort`.

    Where a database server is stays unsaid too.
    """
    return _FOLDERS.sub("", _DATABASE.sub("", words))
