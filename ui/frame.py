"""The frame of every page: the header, the page itself, the source beside it. Streamlit runs it from top to bottom for every change."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from ui import address, session
from ui.answer_view import show_failure
from ui.browser_view import keep_in_view
from ui.chat import Pending, await_answers, show_chat
from ui.escape import show, show_style
from ui.library_view import show_library
from ui.register_view import show_register
from ui.source_view import show_source
from ui.standing import Site
from ui.start_view import show_waiting
from ui.words import LANGUAGES, say
from vectorstore import element

if TYPE_CHECKING:
    from ui.backend import BackendFactory
    from ui.background import IngestRun
    from ui.feedback import Feedback

_log = logging.getLogger("sanad.page")
_STYLES = tuple(Path(__file__).with_name(name) for name in ("page.css", "register.css"))


def main(
    factory: BackendFactory,
    first_ingest: Callable[[], IngestRun] | None = None,
    open_feedback: Callable[[], Feedback] | None = None,
) -> None:
    """Show the site.

    Args:
        factory: Makes the assistant; called once for all sessions, behind the painted page.
        first_ingest: Begins an ingest where there is no index yet.
        open_feedback: Where answers marked wrong are kept; without it none can be marked.
    """
    session.begin()
    view = address.view()
    st.set_page_config(page_title=_title(view), page_icon="📄", layout="centered", menu_items={})
    for style in _STYLES:
        show_style(style)
    site = _site(factory, first_ingest, open_feedback)
    language = session.language()
    with st.container(key=f"page_{language}"):
        _show_header(view)
        with st.container(key=f"view_{view}"):
            if site.standing.stage != "ready":
                show_waiting(site, site.standing.stage)
            pending = _show_safely(site, view)
    if opened := session.opened():
        show_source(site, opened)
    keep_in_view(
        language=language,
        view=view,
        newest=len(session.exchanges()) - 1 if view == "ask" else -1,
        opened=f"{opened.citation.document} {opened.place} {opened.citation.start}" if opened else "",
    )
    await_answers(site, pending)


def _show_safely(site: Site, view: address.View) -> Pending:
    """The page, or one sentence where a fault of ours keeps it from being shown."""
    try:
        return _show_view(site, view)
    except Exception:  # noqa: BLE001 - the edge of the page: logged, and said on it without its details
        _log.exception("the page %s could not be shown", view)
        show_failure(say(session.language(), "unexpected"))
        return []


def _show_view(site: Site, view: address.View) -> Pending:
    if view == "ask":
        return show_chat(site)
    if site.standing.stage == "ready":
        show_register(site) if view == "register" else show_library(site)
    return []


def _title(view: address.View) -> str:
    return "Sanad" if view == "ask" else f"{say(session.language(), f'go_{view}')} · Sanad"


@st.cache_resource(show_spinner=False)
def _site(
    _factory: BackendFactory,
    _first_ingest: Callable[[], IngestRun] | None,
    _open_feedback: Callable[[], Feedback] | None,
) -> Site:
    """One for the process; nothing in it belongs to a session."""
    return Site(_factory, _first_ingest, _open_feedback)


def _show_header(view: address.View) -> None:
    language = session.language()
    with st.container(key="header", horizontal=True, vertical_alignment="center", gap="small"):
        show(element("h1", "Sanad ", element("span", "سند", lang="ar"), class_="sanad-name"))
        with st.container(key="places", horizontal=True, gap=None, wrap=False):
            for there in address.VIEWS:
                st.button(
                    say(language, f"go_{there}"),
                    key=f"go_{there}",
                    type="tertiary",
                    on_click=_go,
                    args=(there,),
                )
        st.segmented_control(
            say(language, "language"),
            list(LANGUAGES),
            key="language",
            format_func=LANGUAGES.__getitem__,
            label_visibility="collapsed",
            required=True,
        )


def _go(there: address.View) -> None:
    if there != address.view():
        session.close_source()
        address.go_to(there)
