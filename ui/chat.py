"""The page to ask at: the conversation, and the field for the next question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import address, session
from ui.answer_view import show_failure, show_outcome, show_question
from ui.escape import label, show
from ui.feedback_view import show_feedback
from ui.footer_view import show_footer
from ui.link_view import show_link, show_linked, show_replayed
from ui.start_view import show_welcome
from ui.words import say
from vectorstore import element

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from ui.conversation import Exchange
    from ui.jobs import Job
    from ui.standing import Site

_KEPT = 20_000
"""Characters of a question that was too long that are given back."""
_AT_ONCE = 1.5
"""Seconds an answer may take without a word about the wait."""

Pending = list[tuple["DeltaGenerator", "Exchange", int]]
"""Exchanges still being answered, each with the place its answer goes to and its number."""


def show_chat(site: Site) -> Pending:
    """Every exchange and the field for the next one; answers still being looked for are left to `await_answers`."""
    if site.standing.stage == "ready" and not session.exchanges():
        show_linked(site) if address.value("answer") else show_welcome(site)
    pending: Pending = []
    for number, exchange in enumerate(session.exchanges()):
        with st.container(key=f"exchange_{number}", gap="small"):
            if exchange.replay is not None:
                show_replayed(exchange.replay)
            show_question(exchange)
            slot = st.empty()
        if exchange.job.there:
            with slot.container():
                _show_there(site, exchange, number)
        else:
            pending.append((slot, exchange, number))
    _show_bottom(site)
    return pending


def await_answers(site: Site, pending: Pending) -> None:
    """Show the answers that come at once; for those that do not, say what is going on and look again."""
    for slot, exchange, number in pending:
        with slot.container():
            show(element("p", say(session.language(), "searching"), class_="sanad-quiet busy", role="status"))
        there = exchange.job.wait(max(0.0, _AT_ONCE - exchange.job.seconds))
        with slot.container():
            if there:
                _show_there(site, exchange, number)
            else:
                _show_pending(exchange.job, number)


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
        with st.container(key="under", horizontal=True, vertical_alignment="center", gap="small"):
            if session.exchanges():
                st.button(say(language, "new"), key="new_conversation", type="tertiary", on_click=session.restart)
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


def _show_there(site: Site, exchange: Exchange, number: int) -> None:
    show_outcome(site, exchange, number)
    if exchange.job.finished:
        with st.container(key=f"after_{number}", horizontal=True, vertical_alignment="center", gap="small"):
            show_link(site, exchange, number)
            show_feedback(site, exchange, number)
    else:
        _show_wording(exchange.job, exchange.job.shown, number)


@st.fragment(run_every=0.5)
def _show_wording(job: Job, painted: int, number: int) -> None:
    """That a language model is at work on the answer; the page is drawn again once there is a newer one than `painted`."""
    if job.finished or job.shown > painted:
        st.rerun()
    _show_work(job, "wording", number)


@st.fragment(run_every=0.5)
def _show_pending(job: Job, number: int) -> None:
    if job.there:
        st.rerun()
    _show_work(job, "searching", number)


def _show_work(job: Job, doing: str, number: int) -> None:
    language = session.language()
    with st.container(key=f"pending_{number}", horizontal=True, vertical_alignment="center", gap="small"):
        seconds = say(language, "seconds", seconds=round(job.seconds))
        said = f"{say(language, doing)} {seconds}" if job.seconds >= 3 else say(language, doing)
        show(element("p", said, class_="sanad-quiet busy", role="status"))
        st.button(say(language, "stop"), key=f"stop_{number}", type="tertiary", on_click=job.stop)
