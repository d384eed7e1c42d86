"""polars: lazy frames, grouped and joined."""

from pathlib import Path

import polars as pl

from tests.benchmarks.content import INTERNAL, KINDS, MIXED, PURPOSES, SAME
from tests.benchmarks.population import TABLES
from tests.benchmarks.rows import WAVES

NOT_KNOWN = ("unknown", "not_applicable")
NOT_TOLD = ("unknown", "prefer_not")
AUDIT = ["participant_id", "wave"]
col = pl.col


def run_polars(folder: Path) -> dict[str, pl.Series]:
    """Every measure of every audit, a column each, in the order of the audits."""
    tables = {name: pl.read_parquet(folder / f"{name}.parquet") for name in TABLES}
    audits = tables["audits"].with_row_index("at").join(tables["participants"], on="participant_id")
    audits = audits.with_columns(done=col("contacts_status") != "not_done").sort("at")
    keys = audits.select("at", *AUDIT)
    contacts = _contacts(tables["contacts"].join(keys, on=AUDIT))
    parts = [
        _structure(audits, contacts, tables["ties"].join(keys, on=AUDIT)),
        _summary(audits, contacts),
        *(_mix(contacts, name) for name in MIXED),
        *(_shares(contacts, name) for name in MIXED),
        _mentoring(audits, tables["mentoring"].join(keys, on=AUDIT)),
        _carried_over(audits, contacts),
    ]
    wide = audits.select("at", "done", own_function="function", own_sector="sector")
    for part in parts:
        wide = wide.join(part, on="at", how="left")
    wide = _finished(wide.sort("at"))
    return {series.name: series for series in wide if ":" in series.name or series.name in _IDS}


_IDS = (
    *("size", "ties", "density", "components", "isolates", "effective_size", "efficiency"),
    *("constraint", "hierarchy", "betweenness", "connectivity", "cross_boundary_open_pairs"),
    *("internal_share", "ei_index", "breadth", "closeness_mean", "weak_tie_share"),
    *("years_known_median", "long_known_share", "new_share", "dynamism", "recent_share"),
    *("last_contact_median_days", "reciprocal_share", "purposes_covered", "multiplexity"),
    *("single_source_purposes", "mentors_active", "mentees_active", "mentoring_types"),
    *("knowing_covered", "retained", "added", "dropped", "retention", "novelty", "jaccard"),
)


def _contacts(contacts: pl.DataFrame) -> pl.DataFrame:
    known = pl.when(col("affiliation") != "unknown").then(col("affiliation").is_in(INTERNAL))
    return contacts.sort("at", "contact_id").with_columns(
        place=pl.int_range(pl.len()).over("at").cast(pl.UInt32), internal=known
    )


def _over(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return pl.when(whole > 0).then(part / whole)


def _structure(audits: pl.DataFrame, contacts: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    places = contacts.select("at", "contact_id", "place")
    tied = (
        rows.filter(col("tie") != "do_not_know")
        .join(places, left_on=["at", "contact_a"], right_on=["at", "contact_id"])
        .join(places, left_on=["at", "contact_b"], right_on=["at", "contact_id"], suffix="_b")
    )
    ends = pl.concat(
        [
            tied.select("at", i="place", j="place_b"),
            tied.select("at", i="place_b", j="place"),
        ]
    )
    bit = pl.lit(2, pl.UInt64).pow(col("j")).cast(pl.UInt64)
    nodes = (
        contacts.select("at", "internal", i="place")
        .join(ends.group_by("at", "i").agg(known=bit.sum(), degree=pl.len()), ["at", "i"], "left")
        .with_columns(col("known").fill_null(0), col("degree").fill_null(0))
    )
    given = ends.join(nodes.select("at", "degree", j="i"), on=["at", "j"])
    given = given.group_by("at", "i").agg(given=(1 / (1 + col("degree"))).sum())
    parts = nodes.join(given, on=["at", "i"], how="left").with_columns(
        n=pl.len().over("at"), given=col("given").fill_null(0.0)
    )
    parts = parts.with_columns(c=((1 + col("given")) / col("n")) ** 2)
    relative = col("c") / col("c").mean()
    burt = parts.group_by("at").agg(
        isolates=(col("degree") == 0).sum(),
        constraint=col("c").sum(),
        disorder=(relative * relative.log()).sum(),
    )
    counted = rows.group_by("at").agg(ties=(col("tie") != "do_not_know").sum(), answered=pl.len())
    found = audits.select("at", "done", "ties_status")
    size = contacts.group_by("at").agg(size=pl.len().cast(pl.Int64))
    for part in (size, counted, burt, _bridging(nodes), _components(nodes, ends)):
        found = found.join(part, on="at", how="left")
    return _known(found.with_columns(col("size", "ties", "answered").fill_null(0).cast(pl.Int64)))


def _bridging(nodes: pl.DataFrame) -> pl.DataFrame:
    pairs = nodes.join(nodes.select("at", "known", "internal", j="i"), on="at", suffix="_j")
    bit = pl.lit(2, pl.UInt64).pow(col("j")).cast(pl.UInt64)
    untied = pairs.filter((col("i") < col("j")) & ((col("known") & bit) == 0))
    return untied.group_by("at").agg(
        bridged=(1 / (1 + (col("known") & col("known_j")).bitwise_count_ones())).sum(),
        crossing=(col("internal") != col("internal_j")).sum(),
    )


def _components(nodes: pl.DataFrame, ends: pl.DataFrame) -> pl.DataFrame:
    """The lowest place of each contact's component, handed on until nothing changes."""
    labels = nodes.select("at", "i", lowest=col("i"))
    while True:
        heard = ends.join(labels.rename({"i": "j"}), on=["at", "j"])
        heard = heard.group_by("at", "i").agg(heard=col("lowest").min())
        new = labels.join(heard, on=["at", "i"], how="left", maintain_order="left").select(
            "at", "i", lowest=pl.min_horizontal("lowest", "heard")
        )
        if new["lowest"].equals(labels["lowest"]):
            return new.group_by("at").agg(components=(col("lowest") == col("i")).sum())
        labels = new


def _known(found: pl.DataFrame) -> pl.DataFrame:
    n, ties = col("size"), col("ties")
    pairs = n * (n - 1) // 2
    known = col("done") & (
        (col("ties_status") == "positive_only_complete") | (col("answered") == pairs)
    )
    between = _over(col("bridged").fill_null(0.0), pairs)
    values = {
        "density": _over(ties, pairs),
        "components": col("components").fill_null(0),
        "isolates": col("isolates").fill_null(0),
        "effective_size": pl.when(n > 0).then(n - 2 * ties / n),
        "efficiency": pl.when(n > 0).then(1 - 2 * ties / (n * n)),
        "constraint": col("constraint"),
        "hierarchy": pl.when(n > 1).then(
            pl.max_horizontal(col("disorder") / (n * n.cast(pl.Float64).log()), 0.0)
        ),
        "betweenness": between,
        "connectivity": between,
        "crossing": col("crossing").fill_null(0),
    }
    return found.select(
        "at",
        contacts=n,
        size=pl.when("done").then(n),
        ties=pl.when("done").then(ties),
        **{name: pl.when(known).then(value) for name, value in values.items()},
    )


def _summary(audits: pl.DataFrame, contacts: pl.DataFrame) -> pl.DataFrame:
    """What is counted over the contacts of an audit, for _finished to put together."""
    new = (col("years_known") < 1).fill_null(False) | (
        col("first_known") == "this_programme"
    ).fill_null(False)
    dated = col("years_known").is_not_null() | (col("first_known") != "unknown").fill_null(False)
    support = col("support_direction").replace("unknown", None)
    served = {p: col("purposes").str.split("|").list.contains(p) for p in PURPOSES}
    own = audits.select("at", own_function="function", own_sector="sector")
    return (
        contacts.join(own, on="at")
        .group_by("at")
        .agg(
            inside=col("internal").sum(),
            outside=(~col("internal")).sum(),
            closeness=col("closeness").mean(),
            closeness_known=col("closeness").count(),
            weak_tie_share=(col("closeness") <= 2).mean(),
            years_known_median=col("years_known").median(),
            long_known_share=(col("years_known") >= 5).mean(),
            new=(new & dated).sum(),
            dated=dated.sum(),
            last_contact_median_days=col("last_contact_days").median(),
            recent_share=(col("last_contact_days") <= 30).mean(),
            reciprocal_share=(support == "both").mean(),
            answered=col("purposes").count(),
            **{f"{p}_all": served[p].sum() for p in PURPOSES},
            **{f"{p}_inside": (served[p] & col("internal")).sum() for p in PURPOSES},
            **{f"{p}_placed": (served[p] & col("internal").is_not_null()).sum() for p in PURPOSES},
            **{f"same_as_me:{name}": _same(name).mean() for name in ("function", "sector", *SAME)},
        )
    )


def _same(name: str) -> pl.Expr:
    relative = name in ("gender", "age", "ethnicity")
    given = col(f"{name}_rel" if relative else name)
    known = ~given.is_in(NOT_TOLD if relative else NOT_KNOWN)
    if name in SAME:
        return pl.when(known).then(given.is_in(SAME[name]))
    own = col(f"own_{name}")
    return pl.when(known & ~own.is_in(NOT_KNOWN)).then(given == own)


def _mix(contacts: pl.DataFrame, name: str) -> pl.DataFrame:
    known = contacts.filter(~col(name).is_in(NOT_KNOWN))
    kinds = KINDS.get(name) or known[name].n_unique()
    category = col("internal") if name == "affiliation" else col(name)
    counts = known.group_by("at", category.alias("category")).agg(k=pl.len().cast(pl.Float64))
    n, k = col("k").sum(), col("k")
    enough = n >= 2
    blau = 1 - (k * k).sum() / (n * n)
    return counts.group_by("at").agg(
        pl.when(enough).then(1 - (k * (k - 1)).sum() / (n * (n - 1))).alias(f"diversity:{name}"),
        pl.when(enough).then(blau).alias(f"blau:{name}"),
        pl.when(enough).then(blau * kinds / (kinds - 1)).alias(f"iqv:{name}"),
        pl.when(enough).then(-((k / n) * (k / n).log()).sum()).alias(f"entropy:{name}"),
    )


def _shares(contacts: pl.DataFrame, name: str) -> pl.DataFrame:
    known = contacts.filter(~col(name).is_in(NOT_KNOWN))
    codes = known[name].unique().to_list()
    return known.group_by("at").agg(
        (col(name) == code).mean().alias(f"composition:{name}={code}") for code in codes
    )


def _mentoring(audits: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    day = audits.select("at", "cohort", "done", on=col("completed_on").cast(pl.String))
    running = rows.join(day.select("at", "on"), on="at").filter(
        (col("start_date") <= col("on")).fill_null(True)
        & (col("end_date") > col("on")).fill_null(True)
    )
    mentor = col("my_role").is_in(("mentee", "both"))
    helps = [f"helps_{how}" for how in ("why", "how", "whom")]
    open_ones = running.group_by("at").agg(
        mentors_active=mentor.sum(),
        mentees_active=col("my_role").is_in(("mentor", "both")).sum(),
        mentoring_types=col("type").filter(col("type") != "unknown").n_unique(),
        covered=pl.sum_horizontal([(mentor & (col(h) == "yes")).any() for h in helps]),
        told=(mentor & pl.any_horizontal([col(h).is_not_null() for h in helps])).any(),
    )
    asked = audits.join(rows.select("at").unique(), on="at").select("cohort", "wave").unique()
    known = (
        audits.join(asked.with_columns(asked=True), on=["cohort", "wave"], how="left")
        .join(rows.group_by("at").agg(rows=pl.len()), on="at", how="left")
        .filter(col("asked") & (col("done") | col("rows").is_not_null()))
    )
    ids = ("mentors_active", "mentees_active", "mentoring_types")
    return (
        known.select("at")
        .join(open_ones, on="at", how="left")
        .with_columns(col(*ids).fill_null(0))
        .select(
            "at",
            *ids,
            knowing_covered=pl.when(col("mentors_active") == 0)
            .then(0)
            .when("told")
            .then(col("covered")),
        )
    )


def _carried_over(audits: pl.DataFrame, contacts: pl.DataFrame) -> pl.DataFrame:
    done = audits.filter(col("done")).select("at", *AUDIT)
    size = contacts.group_by("at").agg(size=pl.len().cast(pl.Int64))
    now, before = (
        done.filter(col("wave") == wave).join(size, on="at", how="left") for wave in WAVES[::-1]
    )
    both = now.join(before, on="participant_id", suffix="_before")
    named = contacts.select("at", "contact_id")
    kept = (
        both.select("at", "at_before")
        .join(named, on="at")
        .join(named, left_on=["at_before", "contact_id"], right_on=["at", "contact_id"])
        .group_by("at")
        .agg(retained=pl.len().cast(pl.Int64))
    )
    both = both.join(kept, on="at", how="left").with_columns(
        col("retained", "size", "size_before").fill_null(0)
    )
    kept_n, n, was = col("retained"), col("size"), col("size_before")
    return both.select(
        "at",
        retained=kept_n,
        added=n - kept_n,
        dropped=was - kept_n,
        retention=_over(kept_n, was),
        novelty=_over(n - kept_n, n),
        jaccard=_over(kept_n, n + was - kept_n),
    )


def _finished(wide: pl.DataFrame) -> pl.DataFrame:
    placed = col("inside") + col("outside")
    counts = [col(f"{purpose}_all").fill_null(0) for purpose in PURPOSES]
    mentions = pl.sum_horizontal(counts)
    told = (col("answered") > 0).fill_null(False) | (col("size") == 0).fill_null(False)
    diversity = [col(f"diversity:{name}") for name in MIXED if name != "distance"]
    breadth = pl.sum_horizontal([part.is_not_null() for part in diversity])
    return wide.with_columns(
        internal_share=_over(col("inside"), placed),
        ei_index=_over(col("outside").cast(pl.Int64) - col("inside"), placed),
        cross_boundary_open_pairs=pl.when(placed > 0).then(col("crossing")),
        closeness_mean=pl.when(col("closeness_known") * 100 >= col("contacts") * 80).then(
            col("closeness")
        ),
        new_share=_over(col("new"), col("dated")),
        dynamism=_over(col("new"), col("dated")),
        breadth=pl.when(breadth >= 3).then(pl.mean_horizontal(diversity)),
        purposes_covered=pl.when(told).then(pl.sum_horizontal([k > 0 for k in counts])),
        single_source_purposes=pl.when(told).then(pl.sum_horizontal([k == 1 for k in counts])),
        multiplexity=_over(mentions, col("answered")),
        **{f"purpose_share:{p}": _over(col(f"{p}_all"), col("answered")) for p in PURPOSES},
        **{f"purpose_mix:{p}": _over(col(f"{p}_all"), mentions) for p in PURPOSES},
        **{
            f"purpose_internal_share:{p}": _over(col(f"{p}_inside"), col(f"{p}_placed"))
            for p in PURPOSES
        },
    )
