"""Texts from the data, made safe for the places where Streamlit reads markdown."""

import re

import pandas as pd

_MARKDOWN = re.compile(r'([\\`*_{}\[\]()<>#+\-.!|~$:@&"\'=/^])')
_INVISIBLE = re.compile("[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def md(text: object) -> str:
    """The text as it reads, wherever markdown is understood; control characters become blanks."""
    return _MARKDOWN.sub(r"\\\1", _INVISIBLE.sub(" ", str(text)))


def md_table(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with every text cell and heading made safe: `st.table` reads markdown."""
    safe = table.rename(columns=md)
    texts = safe.select_dtypes(include=["object", "string", "category"]).columns
    return safe.assign(
        **{name: [md("" if pd.isna(cell) else cell) for cell in safe[name]] for name in texts}
    )
