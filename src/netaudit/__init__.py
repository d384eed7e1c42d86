"""Network audits of mentoring and leadership programmes."""

from importlib.metadata import version

__version__ = version("netaudit")
