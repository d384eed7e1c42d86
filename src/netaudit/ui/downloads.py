"""Rows to take away: as CSV, and as a workbook that says what they are about."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO

import pandas as pd
import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.output_files import without_formula
from netaudit.ui import address
from netaudit.ui.filters import EVERYBODY
from netaudit.ui.opened import taking_away
from netaudit.wording import NOTHING, day

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWED = ("cohort", "wave", "group")
PERCENTAGE = re.compile(r"\d+%")


def downloads(rows: pd.DataFrame, name: str, about: Finding | None = None) -> None:
    """The rows as CSV and as a workbook; made when asked for, from the rows that were shown.

    The files' name holds the cohort, wave and group in force; `about` is told in the workbook.
    """
    chosen = {key: value for key, value in address.noted().items() if key in NARROWED}
    file = file_name(name, chosen)
    facts = about_sheet(about, chosen)
    noted = taking_away(name)
    with st.container(horizontal=True):
        st.download_button(
            "CSV",
            partial(_made, noted, csv_bytes, rows),
            file_name=f"{file}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"csv {name}",
        )
        st.download_button(
            "Excel",
            partial(_made, noted, workbook_bytes, rows, facts),
            file_name=f"{file}.xlsx",
            mime=SPREADSHEET,
            icon=":material/download:",
            on_click="ignore",
            key=f"xlsx {name}",
        )


def _made(noted: Callable[[], None], make: Callable[..., bytes], *of: pd.DataFrame) -> bytes:
    noted()
    return make(*of)


def file_name(name: str, chosen: dict[str, str]) -> str:
    """A name without its ending, such as netaudit-2026-endpoint-response."""
    parts = [chosen[key] for key in NARROWED if chosen.get(key, EVERYBODY.value) != EVERYBODY.value]
    return re.sub(r"[^\w.-]+", "-", "-".join(["netaudit", *parts, name]))


def about_sheet(about: Finding | None, chosen: dict[str, str]) -> pd.DataFrame:
    """What the rows are, on whom they rest and when they were taken away, line by line."""
    told = (
        {}
        if about is None
        else {
            "What": about.headline,
            "Base": about.base,
            "Read with care": about.caution,
            "Not shown": about.withheld,
        }
    )
    lines = {**told, **{key.capitalize(): value for key, value in chosen.items()}}
    lines["Date"] = day(date.today())
    return pd.DataFrame(
        [(title, words) for title, words in lines.items() if words], columns=["About", "Words"]
    )


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """UTF-8 that spreadsheets recognise; a text that would run as a formula gets a quote."""
    safe = in_numbers(rows).rename(columns=without_formula).map(without_formula)
    return b"\xef\xbb\xbf" + safe.to_csv(index=False, lineterminator="\r\n").encode()


def workbook_bytes(rows: pd.DataFrame, about: pd.DataFrame) -> bytes:
    """A sheet of texts and numbers, none of them a formula or a link, and one on what they are."""
    buffer = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        in_numbers(rows).to_excel(book, index=False, sheet_name="netaudit")
        about.to_excel(book, index=False, header=False, sheet_name="About")
    return buffer.getvalue()


def in_numbers(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with columns of percentages as shares: "27%" is 0.27, a dash an empty cell."""
    numbers = rows.copy()
    for name in rows:
        if _percentages(rows[name]):
            numbers[name] = _shares(rows[name])
    return numbers


def _percentages(cells: pd.Series) -> bool:
    given = [cell for cell in cells.dropna() if cell != NOTHING]
    return bool(given) and all(
        isinstance(cell, str) and PERCENTAGE.fullmatch(cell) for cell in given
    )


def _shares(cells: pd.Series) -> list[float | None]:
    return [
        None if pd.isna(cell) or cell == NOTHING else int(cell.rstrip("%")) / 100 for cell in cells
    ]
