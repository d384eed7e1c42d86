"""Texts from the data, made safe for the places where Streamlit reads markdown."""

import re

import pandas as pd

_MARKDOWN = re.compile(r'([\\`*_{}\[\]()<>#+\-.!|~$:@&"\'=/^])')
_INVISIBLE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
"""Signs without a shape: controls, those that turn the direction of what follows, tags."""
_ADDRESS = re.compile(r"(\bhttps?:(?=//)|\bwww(?=\.)|(?<=\S)@(?=\S))", re.IGNORECASE)
"""Where an address of the web or of e-mail can be parted."""
_JOINED = "\\1\u2060"
"""Nothing to see, and enough for a browser not to make a link of what somebody wrote."""


def md(text: object) -> str:
    """The text as it reads, wherever markdown is understood; control characters become blanks."""
    plain = _ADDRESS.sub(_JOINED, _INVISIBLE.sub(" ", str(text)))
    return _MARKDOWN.sub(r"\\\1", plain)


def md_table(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with every text cell and heading made safe: `st.table` reads markdown."""
    safe = table.rename(columns=md)
    texts = safe.select_dtypes(include=["object", "string", "category"]).columns
    return safe.assign(
        **{name: [md("" if pd.isna(cell) else cell) for cell in safe[name]] for name in texts}
    )
