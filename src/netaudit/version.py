"""Which netaudit this is."""

from importlib.metadata import version

VERSION = version("netaudit")
