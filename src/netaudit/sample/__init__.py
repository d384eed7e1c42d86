"""The sample programme: an invented one with two cohorts and three waves, the same every time."""

from netaudit.sample.files import SEED, write_sample

__all__ = ["SEED", "write_sample"]
