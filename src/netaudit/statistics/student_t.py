"""Intervals for means by Student's t distribution."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


def t_quantile(df: npt.ArrayLike, level: float = 0.95) -> Numbers:
    """How many standard errors the interval reaches to each side; NaN without a degree of freedom.

    `df` may be fractional (Welch).
    """
    from scipy.special import stdtrit

    freedom = np.asarray(df, dtype=float)
    return np.asarray(stdtrit(np.where(freedom > 0, freedom, np.nan), 0.5 + level / 2))


def t_reach(sd: npt.ArrayLike, n: npt.ArrayLike, level: float = 0.95) -> Numbers:
    """Half the width of the t interval of a mean: t(n - 1) · sd / √n.

    Of paired differences it is the interval of the mean change (Student 1908). NaN for fewer than
    two values; zero where all are equal.
    """
    size = np.asarray(n, dtype=float)
    spread = np.asarray(sd, dtype=float)
    root = np.sqrt(np.where(size > 0, size, np.nan))
    return np.asarray(t_quantile(size - 1, level) * spread / root)


def half_width_in_sds(n: npt.ArrayLike, level: float = 0.95) -> Numbers:
    """The same in standard deviations of change: what a cohort of n pairs can tell at best."""
    return t_reach(np.ones_like(np.asarray(n, dtype=float)), n, level)
