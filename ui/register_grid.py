"""Rows of the register as tables and as a timeline, decided without the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ui.grid import Grid, GridCell, GridColumn, Moment, Press, Year, order_of
from ui.register_rows import OVERDUE, PartnerYears, by_year
from ui.words import say

if TYPE_CHECKING:
    from assistant import Entry, RegisterTable, Replaced

APART = "\n"
"""Stands between the partner and the year that a cell of the heat map tells; no key holds it."""
_SHOWN_IN: dict[str, tuple[str, ...]] = {
    "date": ("date", "signed", "due", "since"),
    "until": ("until",),
    "person": ("name",),
    "name": ("name", "title"),
    "value": ("amount",),
}
"""The columns in which what was replaced is shown, by what it is."""


def entries_grid(table: RegisterTable, entries: Sequence[Entry], order: str, language: str, current: str = "") -> Grid:
    """Rows of one kind, the current one marked; columns that hold nothing in any row are left out."""
    places = [n for n in range(len(table.columns)) if any(entry.cells[n].text for entry in table.entries)]
    columns = tuple(
        GridColumn(table.columns[n].key, table.columns[n].name, order_of(table.columns[n].key, order)) for n in places
    )
    rows = tuple(tuple(_cells(table, entry, places, language)) for entry in entries)
    return Grid(table.name, columns, rows, language, current)


def _cells(table: RegisterTable, entry: Entry, places: Sequence[int], language: str) -> Iterator[GridCell]:
    names_row = next((n for n in places if entry.cells[n].text), places[0] if places else 0)
    for n in places:
        column, text = table.columns[n].key, entry.cells[n].text
        note = "; ".join(
            say(language, "was", was=r.was) for r in entry.replaced if column in _SHOWN_IN.get(r.field, ())
        )
        if n == names_row:
            yield GridCell(
                note=note, presses=(_opens(entry, text or say(language, "no_name"), language),), looks="link"
            )
        elif column == "state" and entry.overdue:
            yield GridCell(text, say(language, "overdue"), looks="alert")
        elif column == "state" and entry.superseded_by:
            yield GridCell(text, say(language, "superseded"))
        else:
            yield GridCell(text, note)


def _opens(entry: Entry, text: str, language: str) -> Press:
    return Press(text, entry.key, say(language, "open_words", what=text))


def replaced_grid(table: RegisterTable, entries: Sequence[Entry], language: str) -> Grid:
    """What was said earlier and what took its place, one row for each."""
    names = {entry.key: _name(entry) for entry in table.entries}
    columns = [
        table.name[:1].upper() + table.name[1:],
        *(say(language, key) for key in ("before", "after", "what_changed")),
    ]
    rows: list[tuple[GridCell, ...]] = []
    for entry in entries:
        rows += [_replaced(entry, replaced, place, language) for place, replaced in enumerate(entry.replaced)]
        if entry.superseded_by:
            newer = names.get(entry.superseded_by, "")
            presses = (Press(newer, entry.superseded_by, say(language, "open_words", what=newer)),) if newer else ()
            name = GridCell(presses=(_opens(entry, _name(entry), language),), looks="link")
            after = GridCell(presses=presses, looks="link")
            rows.append((name, GridCell(_name(entry)), after, GridCell(say(language, "field_all"))))
    keys = ("what", "was", "now", "field")
    return Grid(table.name, tuple(map(GridColumn, keys, columns)), tuple(rows), language)


def _replaced(entry: Entry, replaced: Replaced, place: int, language: str) -> tuple[GridCell, ...]:
    name = Press(_name(entry), f"{entry.key}{APART}{place}", say(language, "open_words", what=_name(entry)))
    return (
        GridCell(presses=(name,), looks="link"),
        GridCell(replaced.was),
        GridCell(replaced.now),
        GridCell(say(language, f"field_{replaced.field}")),
    )


def _name(entry: Entry) -> str:
    return next((cell.text for cell in entry.cells if cell.text), entry.key)


def partner_grid(found: PartnerYears, caption: str, language: str) -> Grid:
    """The heat map: partners down, years across, each count to be pressed."""
    most = max(found.counts.values(), default=1)
    heads = [GridColumn("partner", say(language, "partner")), *(GridColumn(year, year) for year in found.years)]
    rows = []
    for partner in found.partners:
        cells = [GridCell(partner.name)]
        for year in found.years:
            count = found.counts.get((partner.key, year), 0)
            told = f"{partner.name}, {year}: {count}"
            presses = (Press(str(count), f"{partner.key}{APART}{year}", told),) if count else ()
            cells.append(GridCell(presses=presses, looks="heat", share=round(count / most, 3)))
        rows.append(tuple(cells))
    return Grid(caption, tuple(heads), tuple(rows), language)


def timeline(entries: Sequence[Entry], table: RegisterTable, language: str) -> tuple[Year, ...]:
    """Rows along time, year by year."""
    return tuple(
        Year(year or say(language, "no_date"), tuple(_moment(entry, table) for entry in rows))
        for year, rows in by_year(entries)
    )


def _moment(entry: Entry, table: RegisterTable) -> Moment:
    said = {column.key: cell.text for column, cell in zip(table.columns, entry.cells, strict=True) if cell.text}

    def first(*keys: str) -> str:
        return next((said[key] for key in keys if key in said), "")

    return Moment(
        key=entry.key,
        when=first("date", "signed", "due", "since"),
        what=_name(entry),
        more=" · ".join(filter(None, (first("sort"), first("venue", "who", "role"), first("state")))),
        state=OVERDUE if entry.overdue else entry.state,
    )
