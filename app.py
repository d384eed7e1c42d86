"""The dashboard for Streamlit's own commands: `streamlit run app.py` does what `make run` does."""

import streamlit as st

from netaudit.ui.server import app as server
from netaudit.ui.server.loopback import require_safe_start

require_safe_start()
app = st.App(
    server.SCRIPT,
    lifespan=server.lifespan,
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
    on_script_error=server.show_error,
)
