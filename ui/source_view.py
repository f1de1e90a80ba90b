"""Shows a source beside the answer: where it is from, the cited words in their surroundings, the page as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from ui import render, session
from ui.conversation import CITED, NEAREST, WHOLE, Opened, Shelf
from ui.escape import show
from ui.excerpt import AROUND, EVERYTHING, around, excerpt_html, locate
from ui.versions_view import show_versions
from ui.words import direction, say
from vectorstore import element

if TYPE_CHECKING:
    from assistant import Citation
    from ingest import PagePicture
    from ui.standing import Site
    from vectorstore import Document, FormerVersion


_TITLES: dict[Shelf, str] = {CITED: "source_of", NEAREST: "passage_of", WHOLE: "document"}


def show_source(site: Site, opened: Opened) -> None:
    """The panel of the source that is open."""
    from assistant import AssistantError

    citation = opened.citation
    with st.container(key="source", gap="small"):
        _bar(opened)
        try:
            versions = site.backend.former_versions(citation.document) if opened.shelf == WHOLE else ()
            document = _document(site, opened, versions)
        except AssistantError as error:
            _title(citation, None)
            _words_alone(citation, str(error))
        else:
            _title(citation, document.kind)
            if versions:
                show_versions(versions, opened.former)
            _passage(site, citation, document)
        if citation.quote:
            _copy(citation)


def _document(site: Site, opened: Opened, versions: Sequence[FormerVersion]) -> Document:
    former = next((version.document for version in versions if version.number == opened.former), None)
    return former or site.backend.stored_document(opened.citation.document, opened.snapshot)


def _bar(opened: Opened) -> None:
    language, count = session.language(), len(opened.sources)
    title = _TITLES[opened.shelf]
    with st.container(key="source_bar", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        show(
            element(
                "h2", say(language, title, number=opened.place + 1, count=count), class_="sanad-label", tabindex="-1"
            )
        )
        if count > 1:
            _step("previous", opened.place - 1, count)
            _step("next", opened.place + 1, count)
        st.button(
            say(language, "close"), key="close_source", type="tertiary", on_click=session.close_source, shortcut="Esc"
        )


def _step(name: str, place: int, count: int) -> None:
    st.button(
        say(session.language(), name),
        key=f"{name}_source",
        type="tertiary",
        disabled=not 0 <= place < count,
        on_click=session.turn_to,
        args=(place,),
    )


def _title(citation: Citation, kind: str | None) -> None:
    language = session.language()
    details = [element("li", part, dir="auto") for part in render.details(citation, kind, language)]
    show(
        element(
            "header",
            element("p", citation.title or citation.document, class_="title", dir="auto", lang=citation.language),
            element("p", element("bdi", citation.document, dir="ltr"), class_="file"),
            element("ul", *details),
            class_="sanad-source",
        )
    )


def _words_alone(citation: Citation, why: str) -> None:
    show(element("p", why, class_="sanad-note", dir="auto"))
    mark = element("p", element("mark", citation.quote), dir=direction(citation.language), lang=citation.language)
    show(element("div", mark, class_="sanad-excerpt", data_testid="excerpt"))


def _passage(site: Site, citation: Citation, document: Document) -> None:
    from ingest import SHOWN

    language = session.language()
    where = locate(document, citation.start, citation.end, citation.quote)
    if where is None:
        _words_alone(citation, say(language, "changed"))
        return
    if citation.page is None or document.format not in SHOWN:
        _text(document, where)
        return
    with st.spinner(say(language, "drawing")):
        picture = site.picture(document, citation.page, citation.quote)
    if picture is None:
        _text(document, where)
        return
    page, text = st.tabs([say(language, "page_tab", page=citation.page), say(language, "text_tab")])
    with page:
        _picture(picture, citation)
    with text:
        _text(document, where)


def _picture(picture: PagePicture, citation: Citation) -> None:
    language = session.language()
    words = "page_picture" if picture.boxes else "unmarked_picture"
    with st.container(key="page_picture"):
        st.image(picture.png, width="stretch", alt=say(language, words, page=citation.page, document=citation.document))
    if citation.quote and not picture.boxes:
        show(element("p", say(language, "not_marked"), class_="sanad-note"))


def _text(document: Document, where: tuple[int, int]) -> None:
    language = session.language()
    whole = bool(st.session_state.get("whole_document", False))
    excerpt = around(document, *where, reach=EVERYTHING if whole else AROUND)
    with st.container(key="whole_text" if whole else "near_text"):
        show(excerpt_html(document, excerpt, *where))
    if whole and (excerpt.more_before or excerpt.more_after):
        show(element("p", say(language, "cut"), class_="sanad-note"))
    if whole or excerpt.more_before or excerpt.more_after:
        st.toggle(say(language, "whole"), key="whole_document")


def _copy(citation: Citation) -> None:
    language = session.language()
    with st.expander(say(language, "copy")):
        st.code(render.quotation(citation, language), language=None, wrap_lines=True)
