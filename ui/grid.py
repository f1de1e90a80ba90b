"""A table and a timeline as plain values, decided without the page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from ui.words import direction
from vectorstore import plain

Looks = Literal["", "link", "marks", "heat", "alert", "file"]
Order = Literal["", "none", "ascending", "descending"]


def order_of(column: str, order: str) -> Order:
    """How a column is sorted in a table sorted by `order`: the key of a column, after a `-` for the last first."""
    if order.removeprefix("-") != column:
        return "none"
    return "descending" if order.startswith("-") else "ascending"


def turned(order: str, column: str) -> str:
    """The order after the head of a column is pressed: first ascending, then descending."""
    return f"-{column}" if order == column else column


@dataclass(frozen=True, slots=True)
class Press:
    """Something to press in a cell; `value` is what is told when it is."""

    text: str
    value: str
    name: str = ""
    """What those hear who do not see it; the text where it is empty."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in one place of a table."""

    text: str = ""
    note: str = ""
    """A small line below."""
    presses: tuple[Press, ...] = ()
    looks: Looks = ""
    share: float = 0.0
    """How strong its colour is, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column; one with an order can be sorted by."""

    key: str
    name: str
    order: Order = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its caption."""

    caption: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    language: str
    current: str = ""
    """What is told by the press that is in effect now; its row is marked."""

    def as_data(self) -> dict[str, Any]:
        """The table for the browser, which shows every string as text and nothing else."""
        shown = asdict(self)
        shown["caption"] = plain(self.caption)
        shown["direction"] = direction(self.language)
        for row in shown["rows"]:
            for cell in row:
                cell["text"], cell["note"] = plain(cell["text"]), plain(cell["note"])
                for press in cell["presses"]:
                    press["text"], press["name"] = plain(press["text"]), plain(press["name"])
        return shown


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline; `key` is what is told when it is pressed."""

    key: str
    when: str
    what: str
    more: str
    state: str


@dataclass(frozen=True, slots=True)
class Year:
    """The lines under one heading."""

    name: str
    moments: tuple[Moment, ...]
