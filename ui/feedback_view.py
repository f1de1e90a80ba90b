"""Lets a reader mark an answer as wrong, and take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import session
from ui.conversation import Exchange, Noted
from ui.escape import show
from ui.words import say
from vectorstore import element

if TYPE_CHECKING:
    from ui.standing import Site


def show_feedback(site: Site, exchange: Exchange, number: int) -> None:
    """The control under an answer; `number` is its place in the conversation."""
    if exchange.job.answer is None or site.open_feedback is None:
        return
    language, mark = session.language(), session.marked_wrong().get(number)
    with st.container(key=f"feedback_{number}", horizontal=True, vertical_alignment="center", gap="small"):
        if mark is not None and mark.id is not None:
            show(element("p", say(language, "marked_wrong"), class_="sanad-note", role="status"))
            st.button(
                say(language, "undo"), key=f"unmark_{number}", type="tertiary", on_click=_unmark, args=(site, number)
            )
            return
        st.button(
            say(language, "wrong"),
            key=f"wrong_{number}",
            type="tertiary",
            help=say(language, "wrong_note"),
            on_click=_mark,
            args=(site, number),
        )
        if mark is not None:
            show(element("p", f"{say(language, 'not_marked_wrong')} {mark.failure}", class_="sanad-note", role="alert"))


def _mark(site: Site, number: int) -> None:
    from assistant import AssistantError

    exchange = session.exchanges()[number]
    answer = exchange.job.answer
    if answer is None or site.open_feedback is None:
        return
    try:
        noted = site.open_feedback().mark(answer, exchange.earlier, site.backend.documents())
        session.marked_wrong()[number] = Noted(noted)
    except AssistantError as error:
        session.marked_wrong()[number] = Noted(None, str(error))


def _unmark(site: Site, number: int) -> None:
    from assistant import AssistantError

    mark = session.marked_wrong().get(number)
    if mark is None or mark.id is None or site.open_feedback is None:
        return
    try:
        site.open_feedback().take_back(mark.id)
        del session.marked_wrong()[number]
    except AssistantError as error:
        session.marked_wrong()[number] = Noted(None, str(error))
