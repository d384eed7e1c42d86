import streamlit as st

from netaudit.analysis import methods
from netaudit.ui import data
from netaudit.ui.cohort.methods_view import show_entries
from netaudit.ui.figure import table
from netaudit.ui.frame import heading

PARTS = ("Measures", "Patterns", "Checks of an import", "Settings and small groups")

heading(
    "Methods",
    "How is every figure worked out, and what should it not be taken for?",
    audience="everybody",
)
in_force = data.settings_in_force()
part = st.segmented_control(
    "Part", PARTS, default=PARTS[0], required=True, key="part", label_visibility="collapsed"
)

if part in PARTS[:2]:
    words = st.text_input(
        "Search", key=f"search {part}", placeholder="For example: density, unknown, Burt"
    )
    entries = (
        methods.measure_entries() + methods.profile_entries()
        if part == "Measures"
        else methods.pattern_entries_under(in_force)
    )
    found = [entry for entry in entries if entry.mentions(words)]
    if part == "Patterns":
        st.markdown(methods.ABOUT_PATTERNS)
    if not found:
        st.info("Nothing here mentions that. Try a single word, or another part.")
    show_entries(found)
elif part == PARTS[2]:
    st.markdown(methods.ABOUT_CHECKS)
    table(methods.check_table(), "Every check of an import")
else:
    table(methods.settings_table(in_force), "The programme's settings")
    for title, text in methods.RULES:
        st.subheader(title, anchor=False)
        st.markdown(text)
