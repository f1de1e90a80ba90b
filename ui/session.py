"""What one browser tab remembers: its language, its conversation, the source it has open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import streamlit as st

from ui import address
from ui.conversation import Exchange, Noted, Opened, Shelf, history, on_shelf
from ui.jobs import Job
from ui.words import page_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant import Citation, Filter, Replay, Turn
    from ui.standing import Site

LONGEST_QUESTION = 2_000
"""Characters; the assistant refuses longer ones as well."""

_EXCHANGES, _OPENED, _LANGUAGE, _TOO_LONG, _WHOLE = "exchanges", "opened", "language", "too_long", "whole_document"
_MARKED, _LINKS = "marked_wrong", "links"


def begin() -> None:
    """Give a new session its state."""
    if _EXCHANGES not in st.session_state:
        _empty()
    if _LANGUAGE not in st.session_state:
        st.session_state[_LANGUAGE] = page_language(st.context.locale)


def restart() -> None:
    """Begin a new conversation; answers still being looked for are given up."""
    for exchange in exchanges():
        exchange.job.stop()
    address.put("answer", "")
    _empty()


def _empty() -> None:
    st.session_state[_EXCHANGES] = []
    st.session_state[_OPENED] = None
    st.session_state[_TOO_LONG] = None
    st.session_state[_MARKED] = {}
    st.session_state[_LINKS] = {}


def language() -> str:
    """The language of the page."""
    return page_language(st.session_state.get(_LANGUAGE))


def exchanges() -> list[Exchange]:
    """The conversation, oldest first."""
    return cast("list[Exchange]", st.session_state[_EXCHANGES])


def ask(site: Site, question: str) -> None:
    """Add a question to the conversation and begin to answer it."""
    question = question.strip()
    if not question:
        return
    st.session_state[_TOO_LONG] = question if len(question) > LONGEST_QUESTION else None
    if st.session_state[_TOO_LONG] is None:
        _begin(site, question, history(exchanges()))


def resume(replay: Replay) -> None:
    """Begin the conversation with a linked answer."""
    job = Job()
    job.show(replay.answer)
    job.stop()
    exchanges().append(Exchange(replay.asked.question, job, replay.asked.history, replay=replay))


def ask_without(site: Site, number: int, limit: Filter) -> None:
    """Ask the question of an exchange again, as it was understood then, without one of its limits."""
    asked = exchanges()[number]
    _begin(site, asked.question, asked.earlier, (*asked.lifted, limit))


def _begin(site: Site, question: str, earlier: tuple[Turn, ...], lifted: tuple[Filter, ...] = ()) -> None:
    job = site.ask(question, earlier, frozenset(limit.key for limit in lifted))
    exchanges().append(Exchange(question, job, earlier, lifted))
    address.put("answer", "")
    close_source()


def too_long() -> str | None:
    """The question that was just turned away for its length."""
    return cast("str | None", st.session_state[_TOO_LONG])


def open_source(exchange: int, shelf: Shelf, place: int) -> None:
    """Open a source of an answer, by the number of its exchange."""
    answer = exchanges()[exchange].job.answer
    if answer is not None:
        open_sources(shelf, on_shelf(answer, shelf), place, answer.snapshot)


def open_sources(shelf: Shelf, sources: Sequence[Citation], place: int, snapshot: str) -> None:
    """Open one of some sources, all as they stand in a snapshot."""
    if 0 <= place < len(sources):
        st.session_state[_OPENED] = Opened(shelf, tuple(sources), place, snapshot)
        st.session_state[_WHOLE] = False


def turn_to(place: int) -> None:
    """Show another one of the sources that can be paged through."""
    if now := opened():
        open_sources(now.shelf, now.sources, place, now.snapshot)


def turn_back_to(former: int | None) -> None:
    """Show a former version of the document that is open, by its number; None for the document as it is."""
    if now := opened():
        st.session_state[_OPENED] = replace(now, former=former)


def close_source() -> None:
    """Close the source."""
    st.session_state[_OPENED] = None
    address.put("row", "")


def opened() -> Opened | None:
    """The source that is open."""
    return cast("Opened | None", st.session_state[_OPENED])


def marked_wrong() -> dict[int, Noted]:
    """What became of the answers this person marked wrong, by the number of the exchange."""
    return cast("dict[int, Noted]", st.session_state[_MARKED])


def links() -> dict[int, Noted]:
    """The links to answers that this person asked for, by the number of the exchange."""
    return cast("dict[int, Noted]", st.session_state[_LINKS])
