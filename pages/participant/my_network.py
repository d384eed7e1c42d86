import streamlit as st

from netaudit.analysis import person_network
from netaudit.ui.markdown import md
from netaudit.ui.network_figure import choose_grouping, show_network
from netaudit.ui.own_frame import own_frame

own = own_frame("My network", "Whom do I turn to, and how do they hang together?")
if own.at.has_contacts:
    grouping = choose_grouping()
    network = own.ask(person_network.person_network, wave=own.at.wave, grouping=grouping)
    st.subheader(md(network.finding.headline), anchor=False)
    show_network(network, grouping)
else:
    st.info(md(own.at.state))
