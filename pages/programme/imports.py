import streamlit as st

from netaudit.ui.access.retention_reminder import remind
from netaudit.ui.frame import heading
from netaudit.ui.intake.import_change import DROP, LIST, WHO, follow, imports_of, may_import
from netaudit.ui.intake.import_list import list_imports
from netaudit.ui.intake.import_review import drop_files
from netaudit.ui.intake.quality_view import show_quality
from netaudit.ui.intake.template_download import offer_templates
from netaudit.ui.intake.who_is_who import who_is_who
from netaudit.ui.markdown import md

PARTS = {
    DROP: drop_files,
    LIST: list_imports,
    "Data quality": show_quality,
    WHO: who_is_who,
    "Templates": offer_templates,
}

viewer = heading(
    "Imports", "What came in, what is wrong with it, and how complete is it?", audience="team"
)
follow()
remind(viewer)
parts = PARTS
if viewer.cohorts is not None:
    st.info(md(imports_of(viewer.cohorts)))
if not may_import(viewer):
    parts = {title: part for title, part in PARTS.items() if title not in (DROP, LIST)}
asked = st.query_params.get("part")
tabs = st.tabs(
    list(parts), default=asked if asked in parts else None, key="part", on_change="rerun"
)
for tab, show_part in zip(tabs, parts.values(), strict=True):
    # The first part stays, since files that were dropped go with the widget that holds them.
    if tab.open or show_part is drop_files:
        with tab:
            show_part()
