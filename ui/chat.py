"""The chat page, put together; Streamlit runs it from top to bottom for every change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from ui import session
from ui.answer_view import show_failure, show_outcome, show_question
from ui.browser_view import keep_in_view
from ui.escape import element, label, show, show_style
from ui.feedback_view import show_feedback
from ui.footer_view import show_footer
from ui.source_view import show_source
from ui.standing import Site
from ui.start_view import show_waiting, show_welcome
from ui.words import LANGUAGES, say

if TYPE_CHECKING:
    from ui.backend import BackendFactory
    from ui.background import IngestRun
    from ui.conversation import Exchange
    from ui.feedback import Feedback
    from ui.jobs import Job

_STYLE = Path(__file__).with_name("page.css")
_KEPT = 20_000
"""Characters of a question that was too long that are given back."""
_AT_ONCE = 1.5
"""Seconds an answer may take without a word about the wait."""


def main(
    factory: BackendFactory,
    first_ingest: Callable[[], IngestRun] | None = None,
    open_feedback: Callable[[], Feedback] | None = None,
) -> None:
    """Show the page.

    Args:
        factory: Makes the assistant; called once for all sessions, behind the painted page.
        first_ingest: Begins an ingest where there is no index yet.
        open_feedback: Where answers marked wrong are kept; without it none can be marked.
    """
    st.set_page_config(page_title="Sanad", page_icon="📄", layout="centered", menu_items={})
    show_style(_STYLE)
    session.begin()
    site = _site(factory, first_ingest, open_feedback)
    with st.container(key=f"page_{session.language()}"):
        _show_header()
        pending = _show_conversation(site)
    opened = session.opened()
    _show_bottom(site)
    if opened is not None:
        show_source(site, opened)
    keep_in_view(session.language(), len(session.exchanges()) - 1, str(opened or ""))
    for slot, exchange, number in pending:
        _await(site, slot, exchange, number)


@st.cache_resource(show_spinner=False)
def _site(
    _factory: BackendFactory,
    _first_ingest: Callable[[], IngestRun] | None,
    _open_feedback: Callable[[], Feedback] | None,
) -> Site:
    """One for the process; nothing in it belongs to a session."""
    return Site(_factory, _first_ingest, _open_feedback)


def _show_header() -> None:
    language = session.language()
    name = element("h1", "Sanad ", element("span", "سند", lang="ar"))
    tagline = [] if session.exchanges() else [element("p", say(language, "tagline"))]
    with st.container(key="header", horizontal=True, vertical_alignment="center", gap="small"):
        show(element("div", name, *tagline, class_="sanad-head"))
        st.segmented_control(
            say(language, "language"),
            list(LANGUAGES),
            key="language",
            format_func=LANGUAGES.__getitem__,
            label_visibility="collapsed",
            required=True,
        )
        if session.exchanges():
            st.button(say(language, "new"), key="new_conversation", on_click=session.restart)


def _show_conversation(site: Site) -> list[tuple[st.delta_generator.DeltaGenerator, Exchange, int]]:
    """Every exchange; those still being answered come back with the place their answer goes to."""
    if site.standing.stage != "ready":
        show_waiting(site, site.standing.stage)
    elif not session.exchanges():
        show_welcome(site)
    pending = []
    for number, exchange in enumerate(session.exchanges()):
        with st.container(key=f"exchange_{number}", gap="small"):
            show_question(exchange.question)
            slot = st.empty()
        if exchange.job.finished:
            with slot.container():
                _show_finished(site, exchange, number)
        else:
            pending.append((slot, exchange, number))
    return pending


def _show_bottom(site: Site) -> None:
    language = session.language()
    with st.bottom:
        if rejected := session.too_long():
            _show_too_long(rejected)
        closed = site.standing.stage not in ("ready", "opening")
        st.chat_input(
            label(say(language, "ask_later" if closed else "ask")),
            key="question",
            disabled=closed,
            on_submit=_submitted,
            args=(site,),
        )
        show_footer(site)


def _show_too_long(question: str) -> None:
    """Why the question was not taken, and its text, which would otherwise be lost."""
    language = session.language()
    with st.container(key="too_long", gap="small"):
        show_failure(say(language, "too_long", count=len(question), most=session.LONGEST_QUESTION))
        with st.expander(say(language, "too_long_kept")):
            st.code(question[:_KEPT], language=None, wrap_lines=True, height=160)


def _submitted(site: Site) -> None:
    session.ask(site, str(st.session_state["question"] or ""))


def _show_finished(site: Site, exchange: Exchange, number: int) -> None:
    show_outcome(exchange, number)
    show_feedback(site, exchange, number)


def _await(site: Site, slot: st.delta_generator.DeltaGenerator, exchange: Exchange, number: int) -> None:
    """Show an answer that comes at once; for one that does not, say what is going on and look again."""
    with slot.container():
        show(element("p", say(session.language(), "searching"), class_="sanad-quiet busy", role="status"))
    finished = exchange.job.wait(max(0.0, _AT_ONCE - exchange.job.seconds))
    with slot.container():
        if finished:
            _show_finished(site, exchange, number)
        else:
            _show_pending(exchange.job, number)


@st.fragment(run_every=0.5)
def _show_pending(job: Job, number: int) -> None:
    language = session.language()
    if job.finished:
        st.rerun()
    with st.container(key=f"pending_{number}", horizontal=True, vertical_alignment="center", gap="small"):
        seconds = say(language, "seconds", seconds=round(job.seconds))
        said = f"{say(language, 'searching')} {seconds}" if job.seconds >= 3 else say(language, "searching")
        show(element("p", said, class_="sanad-quiet busy", role="status"))
        st.button(say(language, "stop"), key=f"stop_{number}", type="tertiary", on_click=job.stop)
