"""Lets a reader link to an answer, and shows an answer that was linked to as it was then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import address, session
from ui.answer_view import show_failure
from ui.conversation import Exchange, Noted
from ui.dates import day
from ui.escape import show
from ui.footer_view import short
from ui.words import say
from vectorstore import element

if TYPE_CHECKING:
    from assistant import Replay
    from ui.standing import Site


def show_link(site: Site, exchange: Exchange, number: int) -> None:
    """The control under an answer that keeps it under a link; then the link, ready to be copied."""
    if exchange.job.answer is None:
        return
    language, link = session.language(), session.links().get(number)
    if link is None:
        st.button(
            say(language, "link"),
            key=f"link_{number}",
            type="tertiary",
            help=say(language, "link_note"),
            on_click=_keep,
            args=(site, number),
        )
    elif link.id is None:
        show(element("p", link.failure, class_="sanad-note", role="alert", dir="auto"))
    else:
        st.code(f"{_here()}?answer={link.id}", language=None, wrap_lines=True, width=540)


def show_linked(site: Site) -> None:
    """Give the answer again that the address links to; or say why that cannot be."""
    from assistant import AssistantError

    language = session.language()
    try:
        with st.spinner(say(language, "replaying")):
            session.resume(site.backend.replay(address.value("answer")))
    except AssistantError as error:
        show_failure(str(error))


def show_replayed(replay: Replay) -> None:
    """That this is an answer of another day, on which state of the documents it rests, and what was asked before."""
    language, asked = session.language(), replay.asked
    said = say(language, "replayed", day=day(asked.today, language), snapshot=short(asked.snapshot))
    earlier = [turn.content for turn in asked.history if turn.role == "user"]
    lines = [element("p", said)]
    if earlier:
        lines.append(element("p", say(language, "asked_before", what=" · ".join(earlier)), dir="auto"))
    if not replay.identical:
        lines.append(element("p", say(language, "not_identical")))
    show(element("div", *lines, class_="sanad-linked", role="note"))


def _here() -> str:
    """The address of the page without what it says."""
    return (st.context.url or "").split("?")[0].split("#")[0].rstrip("/") + "/"


def _keep(site: Site, number: int) -> None:
    from assistant import AssistantError

    answer = session.exchanges()[number].job.answer
    if answer is None:
        return
    try:
        session.links()[number] = Noted(site.backend.link(answer))
    except AssistantError as error:
        session.links()[number] = Noted(None, str(error))
