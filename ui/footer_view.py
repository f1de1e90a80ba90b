"""Shows the state of the index under the question field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import address, session
from ui.dates import moment
from ui.escape import show
from ui.words import say
from vectorstore import Html, element

if TYPE_CHECKING:
    from assistant import Overview
    from ui.standing import Site


@st.fragment(run_every=20.0)
def show_footer(site: Site) -> None:
    """Documents, unread files, when it was built; read again now and then, as an ingest may publish at any time."""
    from assistant import AssistantError

    if site.standing.stage != "ready":
        return
    try:
        overview = site.overview()
    except AssistantError as error:
        show(element("p", str(error), class_="sanad-note"))
        return
    with st.container(key="footer", horizontal=True, vertical_alignment="center", gap="small"):
        show(_state(overview))
        if overview.unread:
            _unread(len(overview.unread))
    if overview.warning:
        show(element("p", overview.warning, class_="sanad-note", dir="auto"))


def _state(overview: Overview) -> Html:
    language = session.language()
    parts: list[str] = []
    if overview.built is not None:
        parts.append(say(language, "built", when=moment(overview.built, language)))
    parts.append(say(language, "snapshot") + " ")
    name = element("bdi", short(overview.snapshot), title=overview.snapshot, dir="ltr")
    more = element("span", " · " + " · ".join(parts), name, class_="more")
    return element("p", say(language, "documents", count=overview.documents), more, class_="sanad-state")


def short(snapshot: str) -> str:
    """Enough of a snapshot's name to tell two apart."""
    return snapshot.rsplit("-", 1)[-1]


def _unread(count: int) -> None:
    said = say(session.language(), "unread_files", count=count)
    if st.button(said, key="unread", type="tertiary"):
        address.go_to("library")
        address.put("state", "unread")
        st.rerun()
