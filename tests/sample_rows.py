"""The sample programme's rows as pandas reads them, for figures worked out a second time."""

from functools import cache

import pandas as pd

from tests.conftest import SAMPLE


@cache
def rows(table: str) -> pd.DataFrame:
    """One table of the sample, every cell a text, blanks missing."""
    return pd.read_csv(SAMPLE / f"{table}.csv", dtype="str", keep_default_na=False, na_values=[""])


def completed(cohort: str, wave: str) -> list[str]:
    """Who completed an audit: a blank status stands for complete where somebody is listed."""
    people = rows("participants").query("cohort == @cohort")["participant_id"]
    audits = rows("audits")
    audits = audits[audits["participant_id"].isin(people) & (audits["wave"] == wave)]
    listed = set(contacts_at(wave)["participant_id"])
    done = [
        (status if isinstance(status, str) else "complete" if who in listed else "not_done")
        != "not_done"
        for who, status in zip(audits["participant_id"], audits["contacts_status"], strict=True)
    ]
    return audits.loc[done, "participant_id"].tolist()


def contacts_at(wave: str) -> pd.DataFrame:
    """Everybody listed at a wave, on either list."""
    contacts = rows("contacts")
    return contacts[contacts["wave"] == wave]


def core(cohort: str, wave: str) -> pd.DataFrame:
    """The core contacts of a cohort's completed audits at a wave."""
    contacts = contacts_at(wave)
    return contacts[
        contacts["participant_id"].isin(completed(cohort, wave))
        & (contacts["list_kind"].fillna("core") == "core")
    ]


def mean_of_shares(contacts: pd.DataFrame, answer: pd.Series) -> pd.Series:
    """Per category, the mean over participants of its share of their answers that are there."""
    known = pd.DataFrame({"who": contacts["participant_id"], "answer": answer}).dropna()
    counts = known.groupby(["who", "answer"]).size().unstack(fill_value=0)
    return counts.div(counts.sum(axis=1), axis=0).mean()
