"""The page of the register: everything on record in tables, along time, by partner and year, and what replaced what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ui import address, export, render, session
from ui.answer_view import show_failure
from ui.conversation import CITED
from ui.dates import day
from ui.escape import label, show
from ui.grid import turned
from ui.grid_view import show_grid
from ui.register_filters import show_filters
from ui.register_grid import APART, entries_grid, partner_grid, replaced_grid, timeline
from ui.register_rows import chosen, partner_years
from ui.timeline_view import show_timeline
from ui.words import say
from vectorstore import element

if TYPE_CHECKING:
    from assistant import Citation, Entry, RegisterTable, RegisterView
    from ui.standing import Site

_SHOWN_AT_ONCE = 100
"""Rows on one page."""
_WAYS = ("table", "timeline", "partners", "replaced")
_DROPS = ("page", "row")
"""What the address says no more once what is shown changes."""


def show_register(site: Site) -> None:
    """The page, as its address asks for it."""
    from assistant import AssistantError

    language = session.language()
    try:
        with st.spinner(say(language, "reading_register"), show_time=True):
            view = site.register(language, address.day("asof"))
    except AssistantError as error:
        show_failure(str(error))
        return
    _show_title(view)
    table = _show_kinds(view)
    wanted = show_filters(view, table)
    entries = chosen(view, table, wanted)
    way = _show_ways(table, entries)
    if way in ("table", "timeline"):
        _show_count(table, entries)
    _open_row(view, table)
    if not entries:
        show(element("p", say(language, "no_rows"), class_="sanad-panel empty"))
    elif way == "timeline":
        show_timeline(timeline(entries, table, language), "timeline", language, _open)
    elif way == "partners":
        _show_partners(view, table, entries)
    elif way == "replaced":
        _show_replaced(view, table, entries)
    else:
        _show_table(table, entries, wanted.order)


def _show_title(view: RegisterView) -> None:
    language = session.language()
    said = f"{say(language, 'register_note')} {render.considered(view.considered, view.unread, language)}"
    title = element("h2", say(language, "go_register"), class_="sanad-title")
    show(element("div", title, element("p", said, class_="sanad-quiet")))


def _show_kinds(view: RegisterView) -> RegisterTable:
    """The choice between the tables; the one that is chosen."""
    names = {table.kind: f"{table.name[:1].upper()}{table.name[1:]} {len(table.entries)}" for table in view.tables}
    st.segmented_control(
        say(session.language(), "on_record"),
        list(names),
        format_func=lambda kind: label(names[kind]),
        label_visibility="collapsed",
        required=True,
        wrap=False,
        **address.bound("kind", list(names), drops=(*_DROPS, "state", "type", "order")),
    )
    return view.table(address.one_of("kind", list(names)))


def _show_ways(table: RegisterTable, entries: Sequence[Entry]) -> str:
    language = session.language()
    with st.container(key="ways", horizontal=True, vertical_alignment="center", gap="small"):
        st.segmented_control(
            say(language, "shown_as"),
            _WAYS,
            format_func=lambda way: say(language, f"way_{way}"),
            label_visibility="collapsed",
            required=True,
            **address.bound("show", _WAYS, drops=_DROPS),
        )
        for kind, make, mime in (("csv", export.csv_file, export.CSV), ("xlsx", export.xlsx_file, export.XLSX)):
            st.download_button(
                kind.upper(),
                data=partial(make, table, entries, language),
                file_name=f"sanad-{table.kind}.{kind}",
                mime=mime,
                key=f"export_{kind}",
                type="tertiary",
                help=say(language, "export_note"),
                on_click="ignore",
                disabled=not entries,
            )
    return address.one_of("show", _WAYS)


def _show_count(table: RegisterTable, entries: Sequence[Entry]) -> None:
    language = session.language()
    parts = [say(language, "rows_of", count=len(entries), total=len(table.entries))]
    if table.kind == "commitment":
        parts.append(say(language, "overdue_count", count=sum(entry.overdue for entry in entries)))
    if as_of := address.day("asof"):
        parts.append(say(language, "as_of", day=day(as_of.isoformat(), language)))
    show(element("p", " · ".join(parts), class_="sanad-note", role="status"))


def _show_table(table: RegisterTable, entries: Sequence[Entry], order: str) -> None:
    language = session.language()
    pages = -(-len(entries) // _SHOWN_AT_ONCE)
    numbers = [str(number) for number in range(1, pages + 1)]
    page = int(address.one_of("page", numbers))
    shown = entries[(page - 1) * _SHOWN_AT_ONCE : page * _SHOWN_AT_ONCE]
    grid = entries_grid(table, shown, order, language, address.value("row"))
    show_grid(grid, "register_table", _open, partial(_sort, order))
    if pages > 1:
        st.segmented_control(
            say(language, "pages"),
            numbers,
            required=True,
            label_visibility="collapsed",
            **address.bound("page", numbers, drops=("row",)),
        )


def _show_partners(view: RegisterView, table: RegisterTable, entries: Sequence[Entry]) -> None:
    language = session.language()
    found = partner_years(view, entries)
    if not found.partners:
        show(element("p", say(language, "no_partners"), class_="sanad-panel empty"))
        return
    show(element("p", say(language, "partners_note"), class_="sanad-note"))
    show_grid(partner_grid(found, f"{table.name}: {say(language, 'way_partners')}", language), "partner_years", _limit)


def _show_replaced(view: RegisterView, table: RegisterTable, entries: Sequence[Entry]) -> None:
    language = session.language()
    grid = replaced_grid(table, entries, language)
    if not grid.rows:
        show(element("p", say(language, "nothing_replaced"), class_="sanad-panel empty"))
        return

    def pressed(value: str) -> None:
        key, _, place = value.partition(APART)
        entry = next((entry for entry in table.entries if entry.key == key), None)
        if entry and place:
            _open_sources(view, entry.replaced[int(place)].citations)
        elif entry:
            _open(key)

    show_grid(grid, "replaced", pressed)


def _sort(order: str, column: str) -> None:
    address.put("order", turned(order, column))
    address.put("page", "")


def _limit(told: str) -> None:
    """Show the rows behind a place of the heat map."""
    partner, _, year = told.partition(APART)
    for name, said in (("partner", partner), ("year", year), ("show", ""), ("page", ""), ("row", "")):
        address.put(name, said)


def _open(key: str) -> None:
    session.close_source()
    address.put("row", key)


def _open_row(view: RegisterView, table: RegisterTable) -> None:
    """Open the sources of the row that the address names, unless some are open."""
    key = address.value("row")
    entry = next((entry for entry in table.entries if entry.key == key), None)
    if entry and session.opened() is None:
        _open_sources(view, entry.citations)


def _open_sources(view: RegisterView, citations: Sequence[Citation]) -> None:
    session.open_sources(CITED, citations, 0, view.snapshot)
