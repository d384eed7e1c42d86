"""How often the 95% intervals hold the true value in groups as small as cohorts are.

Run from the project's folder: .venv/bin/python docs/coverage.py (about half a minute). The figures
are in docs/statistics.md. Means are simulated; for proportions every possible result is weighed by
its probability, with the SQL functions that netaudit uses.
"""

import sys
from collections.abc import Callable, Sequence

import numpy as np
from scipy.stats import bootstrap, multinomial

from netaudit.definitions.registry import functions
from netaudit.engine import duckdb as engine
from netaudit.statistics.student_t import t_reach

SIZES = (8, 15, 25, 60)
ENOUGH_IN_A_MARGIN = 5
LARGEST_OF_TWO = 25
"""Of larger cohorts the possible results of two together are too many to weigh each."""

TRIALS, RESAMPLES, FOR_TRUTH = 2_000, 1_999, 2_000_000
Draw = Callable[[np.random.Generator, tuple[int, int]], np.ndarray]


def shares(rng: np.random.Generator, shape: tuple[int, int]) -> np.ndarray:
    """Shares of five to ten contacts at two waves; half of the people lean outwards a little."""
    leaning = rng.beta(4, 2, shape)
    later = np.clip(leaning - 0.2 * (rng.random(shape) < 0.5), 0, 1)
    before, now = rng.integers(5, 11, shape), rng.integers(5, 11, shape)
    return rng.binomial(now, later) / now - rng.binomial(before, leaning) / before


def few_counts(rng: np.random.Generator, shape: tuple[int, int]) -> np.ndarray:
    """Numbers of mentors: most people as before, some with one more, a few with two."""
    return rng.choice([-1.0, 0.0, 1.0, 2.0], shape, p=[0.05, 0.6, 0.25, 0.1])


def skewed(rng: np.random.Generator, shape: tuple[int, int]) -> np.ndarray:
    """Positions between circles: few people move a lot, the others hardly."""
    return rng.beta(1, 6, shape) - rng.beta(2, 12, shape) / 2


def of_means(draw: Draw, n: int) -> tuple[float, float]:
    """Coverage of the t and of the BCa interval."""
    rng = np.random.default_rng(20_260_101 + n)
    truth = draw(rng, (FOR_TRUTH, 1)).mean()
    values = draw(rng, (TRIALS, n))
    reach = t_reach(values.std(axis=1, ddof=1), np.full(TRIALS, n))
    by_t = np.abs(values.mean(axis=1) - truth) <= reach
    found = bootstrap(
        (values,), np.mean, axis=1, n_resamples=RESAMPLES, method="BCa", batch=50, rng=rng
    ).confidence_interval
    # Where all values are equal BCa is undefined, and is not shown.
    defined = ~np.isnan(found.low)
    by_bca = (found.low <= truth) & (truth <= found.high)
    return float(by_t.mean()), float(by_bca[defined].mean())


def of_proportions(n: int, gains: float, loses: float) -> float:
    """Coverage of the Bonett-Price interval, where so many gain and lose by probability."""
    results = [(g, k) for g in range(n + 1) for k in range(n + 1 - g)]
    weights = multinomial.pmf(
        [(g, k, n - g - k) for g, k in results], n, (gains, loses, 1 - gains - loses)
    )
    low, high = _intervals("bonett_price_low(a, b, n)", "bonett_price_high(a, b, n)", results, n)
    return float(weights[(low <= gains - loses) & (gains - loses <= high)].sum())


def of_differences(n: int, here: tuple[float, float], there: tuple[float, float]) -> float:
    """Coverage of the interval of two changes' difference, n people in each of two cohorts.

    `here` and `there` are the probabilities to gain and to lose.
    """
    results = [(g, k) for g in range(n + 1) for k in range(n + 1 - g)]
    low, high = _intervals("bonett_price_low(a, b, n)", "bonett_price_high(a, b, n)", results, n)
    changes = np.array([(g - k) / n for g, k in results])
    weights = [
        multinomial.pmf([(g, k, n - g - k) for g, k in results], n, (up, down, 1 - up - down))
        for up, down in (here, there)
    ]
    truth = (here[0] - here[1]) - (there[0] - there[1])
    apart = changes[:, None] - changes[None, :]
    below = np.hypot((changes - low)[:, None], (high - changes)[None, :])
    above = np.hypot((high - changes)[:, None], (changes - low)[None, :])
    holds = (apart - below <= truth) & (truth <= apart + above)
    return float((weights[0][:, None] * weights[1][None, :])[holds].sum())


def of_shares(n: int, share: float) -> float:
    """Coverage of the Wilson interval."""
    results = [(k, 0) for k in range(n + 1)]
    weights = multinomial.pmf([(k, n - k) for k, _ in results], n, (share, 1 - share))
    low, high = _intervals("wilson_low(a, n)", "wilson_high(a, n)", results, n)
    return float(weights[(low <= share) & (share <= high)].sum())


def of_kappa(n: int, cells: tuple[float, float, float, float]) -> float:
    """Coverage of the interval of kappa, where it is shown: five people in each margin."""
    tables = [
        (a, b, c, n - a - b - c)
        for a in range(n + 1)
        for b in range(n + 1 - a)
        for c in range(n + 1 - a - b)
        if min(a + b, n - a - b, a + c, n - a - c) >= ENOUGH_IN_A_MARGIN
    ]
    weights = multinomial.pmf(tables, n, cells)
    both_yes, one_only, other_only, neither = cells
    yes, other = both_yes + one_only, both_yes + other_only
    chance = yes * other + (1 - yes) * (1 - other)
    truth = (both_yes + neither - chance) / (1 - chance)
    low, high = _intervals("kappa_low(a, b, c, d)", "kappa_high(a, b, c, d)", tables, n)
    return float(weights[(low <= truth) & (truth <= high)].sum() / weights.sum())


def _intervals(
    low: str, high: str, results: Sequence[tuple[int, ...]], n: int
) -> tuple[np.ndarray, np.ndarray]:
    """Both ends for each result, whose counts are a, b, c and d in the SQL."""
    names = "abcd"[: len(results[0])]
    counts = ", ".join(f"unnest(${name}) AS {name}" for name in names)
    columns = {
        name: list(column) for name, column in zip(names, zip(*results, strict=True), strict=True)
    }
    with engine.connect() as con:
        for statement in functions():
            con.execute(statement)
        asked = f"SELECT {low} AS low, {high} AS high FROM (SELECT {counts}, {n} AS n)"
        found = con.execute(asked, columns).fetchnumpy()
    return np.asarray(found["low"]), np.asarray(found["high"])


def main() -> None:
    """Writes one line for each interval, distribution and size."""
    for n in SIZES:
        for draw in (shares, few_counts, skewed):
            t, bca = of_means(draw, n)
            _say(n, draw.__name__, f"t {t:.1%}, BCa {bca:.1%}")
        for gains, loses in ((0.1, 0.1), (0.3, 0.05), (0.05, 0.02)):
            covered = of_proportions(n, gains, loses)
            _say(n, f"gains {gains}, loses {loses}", f"Bonett-Price {covered:.1%}")
        if n <= LARGEST_OF_TWO:
            for here, there in (
                ((0.1, 0.1), (0.1, 0.1)),
                ((0.3, 0.05), (0.1, 0.05)),
                ((0.05, 0.02), (0.05, 0.02)),
            ):
                covered = of_differences(n, here, there)
                _say(n, f"gains and loses {here} and {there}", f"difference {covered:.1%}")
        for share in (0.05, 0.2, 0.5, 0.9):
            _say(n, f"share {share}", f"Wilson {of_shares(n, share):.1%}")
    for n in (20, 30, 60):
        for cells in ((0.17, 0.08, 0.21, 0.54), (0.35, 0.1, 0.1, 0.45), (0.2, 0.02, 0.02, 0.76)):
            _say(n, f"table {cells}", f"kappa {of_kappa(n, cells):.1%}")


def _say(n: int, what: str, covered: str) -> None:
    sys.stdout.write(f"n = {n}, {what}: {covered}\n")


if __name__ == "__main__":
    main()
