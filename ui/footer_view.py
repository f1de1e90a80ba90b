"""Shows the state of the index under the question field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import session
from ui.escape import Html, element, show
from ui.words import day, say

if TYPE_CHECKING:
    from assistant import Overview
    from ui.standing import Site

_MOST_LISTED = 200


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
            _unread(overview)
    if getattr(overview, "warning", None):
        show(element("p", str(overview.warning), class_="sanad-note", dir="auto"))


def _state(overview: Overview) -> Html:
    language = session.language()
    parts = [say(language, "documents", count=overview.documents)]
    if overview.built is not None:
        local = overview.built.astimezone()
        parts.append(say(language, "built", when=f"{day(local.date().isoformat(), language)}, {local:%H:%M}"))
    name = element("bdi", short(overview.snapshot), title=overview.snapshot, dir="ltr")
    return element("p", " · ".join([*parts, say(language, "snapshot") + " "]), name, class_="sanad-state")


def short(snapshot: str) -> str:
    """Enough of a snapshot's name to tell two apart."""
    return snapshot if len(snapshot) <= 12 else snapshot[-8:]


def _unread(overview: Overview) -> None:
    language = session.language()
    with st.popover(say(language, "unread_files", count=len(overview.unread)), type="tertiary", key="unread"):
        rows = [
            element(
                "li", element("strong", element("bdi", file.name, dir="ltr")), element("span", file.reason, dir="auto")
            )
            for file in overview.unread[:_MOST_LISTED]
        ]
        more = len(overview.unread) - _MOST_LISTED
        if more > 0:
            rows.append(element("li", f"+ {more}"))
        title = element("p", say(language, "unread_title"), class_="sanad-label")
        show(element("div", title, element("ul", *rows), class_="sanad-unread", data_testid="unread"))
