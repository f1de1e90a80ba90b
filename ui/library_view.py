"""The page of the library: every document, and every file that is not one with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from ui import address, controls, session
from ui.answer_view import show_failure
from ui.conversation import WHOLE
from ui.dates import day, moment
from ui.escape import label, show
from ui.grid import Grid, GridCell, GridColumn, Press, order_of, turned
from ui.grid_view import show_grid
from ui.library_rows import Shelf, listed
from ui.receipt_view import show_receipt
from ui.words import LANGUAGES, kind_name, say
from vectorstore import Html, element

if TYPE_CHECKING:
    from assistant import Overview
    from ui.standing import Site
    from vectorstore import DocumentInfo

_SHOWN_AT_ONCE = 100
"""Documents on one page."""
_WIDTH = 175
"""Pixels."""
_STATES = ("read", "unread", "run")


def show_library(site: Site) -> None:
    """The page, as its address asks for it."""
    from assistant import AssistantError

    try:
        overview, documents, receipt = site.overview(), site.backend.documents(), site.backend.receipt()
    except AssistantError as error:
        show_failure(str(error))
        return
    _show_title(overview)
    state = _show_states(overview)
    if state == "unread":
        _show_unread(overview)
    elif state == "run":
        show_receipt(receipt)
    else:
        _show_documents(overview, documents)


def _show_title(overview: Overview) -> None:
    language = session.language()
    parts = [say(language, "documents", count=overview.documents)]
    counted = sorted(overview.languages.items(), key=lambda pair: (-pair[1], pair[0]))
    parts += [f"{LANGUAGES.get(key, key)} {count}" for key, count in counted]
    if overview.oldest and overview.newest:
        parts.append(say(language, "span", first=day(overview.oldest, language), last=day(overview.newest, language)))
    if overview.built:
        parts.append(say(language, "built", when=moment(overview.built, language)))
    title = element("h2", say(language, "go_library"), class_="sanad-title")
    root = [element("p", element("bdi", overview.root, dir="ltr"), class_="sanad-file")] if overview.root else []
    said = [piece for part in parts for piece in (" · ", element("bdi", part))][1:]
    show(element("div", title, element("p", *said, class_="sanad-quiet"), *root))


def _show_states(overview: Overview) -> str:
    language = session.language()
    names = {
        "read": f"{say(language, 'in_index')} {overview.documents}",
        "unread": f"{say(language, 'not_in_index')} {len(overview.unread)}",
        "run": say(language, "last_run"),
    }
    st.segmented_control(
        say(language, "filter_state"),
        _STATES,
        format_func=lambda state: label(names[state]),
        label_visibility="collapsed",
        required=True,
        **address.bound("state", _STATES, drops=(*controls.DROPS, "order")),
    )
    return address.one_of("state", _STATES)


def _show_unread(overview: Overview) -> None:
    language = session.language()
    if not overview.unread:
        show(element("p", say(language, "all_read"), class_="sanad-panel empty"))
        return
    show(element("ul", *(_unread(file.name, file.reason) for file in overview.unread), class_="sanad-unread"))


def _unread(name: str, reason: str) -> Html:
    """A file and why it could not be read; a reason that begins with its name need not say it again."""
    why = reason.removeprefix(name).strip()
    return element("li", element("bdi", name, dir="ltr"), element("span", why[:1].upper() + why[1:], dir="auto"))


def _show_documents(overview: Overview, documents: Sequence[DocumentInfo]) -> None:
    language = session.language()
    shelf = _show_filters(documents)
    found = listed(documents, shelf)
    show(
        element(
            "p",
            say(language, "rows_of", count=len(found), total=len(documents)),
            class_="sanad-note",
            role="status",
        )
    )
    _open_row(overview, documents)
    if not found:
        show(element("p", say(language, "no_rows"), class_="sanad-panel empty"))
        return
    numbers = [str(number) for number in range(1, -(-len(found) // _SHOWN_AT_ONCE) + 1)]
    page = int(address.one_of("page", numbers))
    shown = found[(page - 1) * _SHOWN_AT_ONCE : page * _SHOWN_AT_ONCE]
    show_grid(_grid(shown, shelf.order, language), "library_table", _open, _sort)
    if len(numbers) > 1:
        st.segmented_control(
            say(language, "pages"),
            numbers,
            required=True,
            label_visibility="collapsed",
            **address.bound("page", numbers, drops=("row",)),
        )


def _show_filters(documents: Sequence[DocumentInfo]) -> Shelf:
    with controls.row():
        words = controls.search(_WIDTH)
        kinds = Counter(document.kind or "" for document in documents)
        kind = _choose("type", {key: kind_name(key, session.language()) or "" for key in sorted(kinds) if key}, kinds)
        languages = Counter(document.language for document in documents)
        tongue = _choose("tongue", {key: LANGUAGES.get(key, key) for key in sorted(languages)}, languages)
        years = Counter((document.date or "")[:4] for document in documents)
        year = _choose("year", {key: key for key in sorted(years, reverse=True) if key}, years)
    return Shelf(words, kind, tongue, year, address.value("order"))


def _choose(name: str, names: dict[str, str], counts: Counter[str]) -> str:
    return controls.choose(name, {key: f"{shown} ({counts[key]})" for key, shown in names.items()}, _WIDTH)


def _grid(documents: Sequence[DocumentInfo], order: str, language: str) -> Grid:
    columns = tuple(
        GridColumn(key, say(language, f"head_{key}"), order_of(key, order))
        for key in ("title", "date", "kind", "language", "file")
    )
    return Grid(
        say(language, "go_library"), columns, tuple(_row(document, language) for document in documents), language
    )


def _row(document: DocumentInfo, language: str) -> tuple[GridCell, ...]:
    title = document.title or document.path
    pages = say(language, "pages_count", count=document.pages) if document.pages else ""
    return (
        GridCell(presses=(Press(title, document.path, say(language, "open_document", what=title)),), looks="link"),
        GridCell(day(document.date, language) or ""),
        GridCell(kind_name(document.kind, language) or ""),
        GridCell(LANGUAGES.get(document.language, document.language)),
        GridCell(document.path, pages, looks="file"),
    )


def _sort(column: str) -> None:
    address.put("order", turned(address.value("order"), column))
    address.put("page", "")


def _open(path: str) -> None:
    session.close_source()
    address.put("row", path)


def _open_row(overview: Overview, documents: Sequence[DocumentInfo]) -> None:
    """Open the document that the address names, unless something is open."""
    from assistant import Citation

    path = address.value("row")
    found = next((document for document in documents if document.path == path), None)
    if found and session.opened() is None:
        page = 1 if found.pages else None
        whole = Citation(1, path, found.title, found.date, page, 0, 0, "", found.language)
        session.open_sources(WHOLE, [whole], 0, overview.snapshot)
