"""Shows one exchange of the conversation: the question, then its answer, its refusal, or what went wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ui import render, session
from ui.conversation import CITED, NEAREST, Exchange, place_of
from ui.escape import show
from ui.grid_view import show_grid
from ui.source_list import show_source_row
from ui.trace_view import show_trace
from ui.understood_view import show_understood
from ui.words import direction, knows, say
from vectorstore import Html, element

if TYPE_CHECKING:
    from assistant import Answer, Table
    from ui.standing import Site

_SOURCES_SHOWN = 6


def show_question(exchange: Exchange) -> None:
    """The question, as it was typed."""
    words = session.language()
    hidden = element("span", say(words, "question") + ": ", class_="sanad-hidden")
    lifted = [element("small", say(words, "without", what=limit.words), dir="auto") for limit in exchange.lifted]
    show(element("h2", hidden, exchange.question, *lifted, class_="sanad-question", dir="auto"))


def show_outcome(site: Site, exchange: Exchange, number: int) -> None:
    """What a finished exchange came to; `number` is its place in the conversation."""
    job, language = exchange.job, session.language()
    if job.answer is not None:
        _show_answer(site, job.answer, number)
    elif job.stopped:
        show(element("p", say(language, "stopped"), class_="sanad-quiet"))
    else:
        show_failure(say(language, "unexpected") if job.unexpected else job.error or "")


def show_failure(sentence: str) -> None:
    """One sentence that says what happened and what to do."""
    head = element("p", say(session.language(), "failed"), class_="title")
    show(element("section", head, element("p", sentence, dir="auto"), class_="sanad-panel failure", role="alert"))


def _show_answer(site: Site, answer: Answer, number: int) -> None:
    with st.container(key=f"answer_{answer.language}_{number}", gap="small"):
        if answer.understood is not None:
            show_understood(site, answer, answer.understood, number)
        elif told := render.taken_over(answer):
            said = say(answer.language, "understood_as", what=told)
            show(element("p", said, class_="sanad-note", lang=answer.language, dir=direction(answer.language)))
        if answer.as_of:
            day = say(answer.language, "as_of", day=answer.as_of)
            show(element("p", day, class_="sanad-note", dir=direction(answer.language)))
        if answer.outcome == "answered":
            _show_text(answer, number)
            if answer.table is not None:
                _show_table(answer.table, answer, number)
            _show_sources(answer, number)
            if answer.wording is not None and answer.wording.note:
                note, tongue = answer.wording.note, answer.language
                show(element("p", note, class_="sanad-note", lang=tongue, dir=direction(tongue), data_testid="wording"))
        else:
            _show_refusal(answer, number)
        show_trace(answer, number)


def _show_text(answer: Answer, number: int) -> None:
    for place, line in enumerate(render.lines(answer)):
        with st.container(key=f"flow_{line.kind}_{line.direction}_{number}_{place}", gap=None):
            for nth, piece in enumerate(line.pieces):
                if isinstance(piece, render.Mark):
                    _mark(answer, number, piece.number, f"mark_{number}_{place}_{nth}")
                else:
                    show(element("span", piece, lang=answer.language, dir="auto", class_=f"sanad-{line.kind}"))


def _show_table(table: Table, answer: Answer, number: int) -> None:
    def opened(mark: str) -> None:
        place = place_of(answer, int(mark))
        if place is not None:
            session.open_source(number, CITED, place)

    show_grid(render.table_grid(table, answer), f"table_{number}", opened)
    if not table.considered:
        return  # a list of one document, as it stands there
    note = render.coverage(table, answer.language)
    show(element("p", note, class_="sanad-note", lang=answer.language, dir=direction(answer.language)))


def _mark(answer: Answer, number: int, citation: int, key: str) -> None:
    st.button(
        str(citation),
        key=key,
        type="tertiary",
        help=say(session.language(), "open_source", number=citation),
        on_click=session.open_source,
        args=(number, CITED, place_of(answer, citation)),
    )


def _show_sources(answer: Answer, number: int) -> None:
    if not answer.citations:
        return
    shown, rest = range(len(answer.citations))[:_SOURCES_SHOWN], range(len(answer.citations))[_SOURCES_SHOWN:]
    with st.container(key=f"sources_{answer.language}_{number}", gap=None):
        show(element("h3", say(answer.language, "sources"), class_="sanad-label"))
        for place in shown:
            _source(answer, number, place)
        if rest:
            with st.expander(say(answer.language, "all_sources", count=len(answer.citations))):
                for place in rest:
                    _source(answer, number, place)


def _source(answer: Answer, number: int, place: int) -> None:
    citation = answer.citations[place]
    show_source_row(
        citation,
        f"source_{number}_{place}",
        answer.language,
        partial(session.open_source, number, CITED, place),
        quoted=not render.is_said(citation, answer),
        numbered=True,
    )


def _show_refusal(answer: Answer, number: int) -> None:
    reason = answer.reason if answer.reason and knows(answer.reason) else "not_in_documents"
    title = say(answer.language, reason)
    show(
        element(
            "section",
            element("p", title, class_="title"),
            _paragraphs(render.explanation(answer, title)),
            class_=f"sanad-panel refusal {reason}",
            lang=answer.language,
            dir=direction(answer.language),
            data_testid="refusal",
        )
    )
    if not answer.nearest:
        return
    with st.container(key=f"nearest_{answer.language}_{number}", gap=None):
        heading = element("h3", say(answer.language, "nearest"), class_="sanad-label")
        note = element("p", say(answer.language, "nearest_note"), class_="sanad-note")
        show(element("div", heading, note, lang=answer.language, dir=direction(answer.language)))
        for place, citation in enumerate(answer.nearest):
            show_source_row(
                citation,
                f"near_{number}_{place}",
                answer.language,
                partial(session.open_source, number, NEAREST, place),
                quoted=True,
                numbered=False,
            )


def _paragraphs(text: str) -> Html:
    return element("div", *(element("p", line, dir="auto") for line in text.splitlines() if line.strip()))
