"""Shows what the last ingest did: every file with the state it ended in, and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from ui import address, session
from ui.escape import label, show
from ui.grid import Grid, GridCell, GridColumn, Looks, order_of, turned
from ui.grid_view import show_grid
from ui.words import direction, knows, say
from vectorstore import Html, element

if TYPE_CHECKING:
    from ingest import FileOutcome, News, Receipt

_SHOWN_AT_ONCE = 300
_MEASURES = ("pages", "characters", "chunks", "facts", "seconds")


def show_receipt(text: str | None) -> None:
    """The receipt of a run, from its JSON; None where none was kept."""
    language = session.language()
    receipt = _read(text)
    if receipt is None:
        show(element("p", say(language, "no_receipt"), class_="sanad-panel empty"))
        return
    _show_sum(receipt)
    _show_news(receipt)
    outcome = _show_outcomes(receipt)
    order = address.value("order")
    files = _ordered([file for file in receipt.files if outcome in ("", file.outcome)], order)
    show_grid(_grid(files[:_SHOWN_AT_ONCE], order, language), "receipt", sorted_by=_sort)
    if len(files) > _SHOWN_AT_ONCE:
        show(element("p", say(language, "rows_of", count=_SHOWN_AT_ONCE, total=len(files)), class_="sanad-note"))
    for pair in receipt.alike[:_SHOWN_AT_ONCE]:
        said = say(language, "alike", one=pair.one, other=pair.other, share=round(100 * pair.share))
        show(element("p", said, class_="sanad-note", dir=direction(language)))


def _read(text: str | None) -> Receipt | None:
    """The receipt; None where none was kept, or one that another version of this software wrote."""
    from ingest import Receipt

    try:
        return Receipt.from_json(text) if text else None
    except (KeyError, TypeError, ValueError):
        return None


def _show_sum(receipt: Receipt) -> None:
    """How many files were seen, and the states they ended in, which add up to them."""
    language = session.language()
    states = [f"{say(language, f'outcome_{outcome}')} {count}" for outcome, count in receipt.counts.items()]
    parts = [say(language, "files_seen", count=receipt.seen), *states]
    parts.append(say(language, "took", seconds=f"{receipt.seconds:.1f}"))
    show(element("p", " · ".join(parts), class_="sanad-note", role="status"))
    if receipt.unproposed:
        show(element("p", receipt.unproposed, class_="sanad-note", dir="ltr"))


def _show_news(receipt: Receipt) -> None:
    """What the new and changed files tell that was not known before, section by section."""
    language = session.language()
    for section, group in groupby(receipt.news, key=lambda news: news.section):
        found = list(group)
        name = say(language, f"news_{section}") if knows(f"news_{section}") else section
        with st.container(key=f"news_{section}"), st.expander(f"{label(name)} ({len(found)})"):
            show(element("ul", *(_news(news, language) for news in found[:_SHOWN_AT_ONCE]), class_="sanad-unread"))


def _news(news: News, language: str) -> Html:
    before = say(language, "was", was=news.before) + " · " if news.before else ""
    where = element("span", before, element("bdi", news.document, dir="ltr"), dir="auto")
    return element("li", element("bdi", news.text, dir="auto"), where)


def _show_outcomes(receipt: Receipt) -> str:
    language = session.language()
    outcomes = ["", *receipt.counts]
    names = {key: f"{say(language, f'outcome_{key}')} ({count})" for key, count in receipt.counts.items()}
    if len(outcomes) == 2:
        return ""
    st.segmented_control(
        say(language, "filter_state"),
        outcomes,
        format_func=lambda key: label(names[key]) if key else say(language, "all"),
        label_visibility="collapsed",
        required=True,
        **address.bound("outcome", outcomes),
    )
    return address.one_of("outcome", outcomes)


def _ordered(files: list[FileOutcome], order: str) -> list[FileOutcome]:
    """As wanted; else those that need a person first, as the receipt has them within each state."""
    key, down = order.removeprefix("-"), order.startswith("-")
    if key in _MEASURES:
        return sorted(files, key=lambda file: (getattr(file, key) or 0, file.name), reverse=down)
    if key in ("file", "state"):
        return sorted(files, key=lambda file: file.name if key == "file" else file.outcome, reverse=down)
    return sorted(files, key=lambda file: file.reason is None)


def _grid(files: list[FileOutcome], order: str, language: str) -> Grid:
    heads = ("file", "state", *_MEASURES)
    columns = tuple(GridColumn(key, say(language, f"head_{key}"), order_of(key, order)) for key in heads)
    return Grid(say(language, "last_run"), columns, tuple(_row(file, language) for file in files), language)


def _row(file: FileOutcome, language: str) -> tuple[GridCell, ...]:
    return (
        GridCell(file.name, looks="file"),
        GridCell(say(language, f"outcome_{file.outcome}"), _why(file, language), looks=_looks(file)),
        *(GridCell(_number(getattr(file, key))) for key in _MEASURES),
    )


def _why(file: FileOutcome, language: str) -> str:
    why = (file.reason or "").removeprefix(file.name).strip().removeprefix("could not be read: ")
    same = say(language, "same_as", name=file.same_as) if file.same_as else ""
    moved = say(language, "moved_from", name=file.moved_from) if file.moved_from else ""
    return "; ".join(part for part in (why, same, moved) if part)


def _looks(file: FileOutcome) -> Looks:
    return "alert" if file.outcome in ("unreadable", "refused", "partly_read") else ""


def _number(value: float | None) -> str:
    if not value:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:.2f}"


def _sort(column: str) -> None:
    address.put("order", turned(address.value("order"), column))
