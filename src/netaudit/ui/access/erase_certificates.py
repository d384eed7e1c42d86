"""Certificates of what was erased, to read and to take away; they name nobody."""

import json

import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.store.erasing.certificate import KINDS, Certificate, to_hand_over
from netaudit.store.erasing.erasure_ledger import Begun, certificates
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, moment_utc

MOST = 100


def offer(certificate: Certificate, key: str) -> None:
    """The certificate as a text for whoever asked, and as JSON."""
    file = f"netaudit-certificate-{certificate.erased_at:%Y-%m-%d-%H%M}"
    with st.container(horizontal=True):
        st.download_button(
            "Certificate",
            to_hand_over(certificate),
            file_name=f"{file}.txt",
            mime="text/plain",
            icon=":material/download:",
            on_click="ignore",
            key=f"certificate text {key}",
        )
        st.download_button(
            "JSON",
            json.dumps(certificate.document(), indent=2),
            file_name=f"{file}.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            key=f"certificate json {key}",
        )


def show_certificates(viewer: Viewer) -> None:
    """The certificates kept, one to choose at a time.

    They do not say of which cohort somebody was, and yet how many contacts and mentors that one
    had: whoever has a role in some cohorts finds those of their own erasing alone.
    """
    by = identity.actor().name
    kept = {
        one.number: one
        for one in certificates(workspace().ledger)[:MOST]
        if viewer.cohorts is None or one.certificate.erased_by == by
    }
    if not kept:
        return
    with st.expander(f"Certificates so far: {len(kept)}"):
        number = st.selectbox(
            "Certificate", list(kept), format_func=lambda one: _said(kept[one]), key="certificate"
        )
        chosen = kept[number]
        if not chosen.is_finished:
            st.warning(
                "This was interrupted. Erase the same again, and it is finished.",
                icon=":material/warning:",
            )
        offer(chosen.certificate, "kept")


def _said(kept: Begun) -> str:
    one = kept.certificate
    rows = counted(one.rows_removed + one.rows_blanked, "row")
    state = "" if kept.is_finished else ", interrupted"
    return f"{moment_utc(one.erased_at)} · {KINDS[one.kind]} · {rows}{state}"
