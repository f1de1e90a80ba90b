"""What the parts that put answers together share: the register, its rows in one language, and words for a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.gate import bound_rows
from assistant.register.listing import Marks
from assistant.register.register import Register
from assistant.register.rows import Rows
from assistant.register.sentences import (
    frame,
)
from assistant.register.wording import columns
from assistant.values import Row, Table
from vectorstore import DocumentInfo


@dataclass(frozen=True)
class Desk:
    """What every answer from one register in one language is made with."""

    register: Register
    documents: Mapping[str, DocumentInfo]
    language: str
    rows: Rows

    def gated(self, rows: tuple[Row, ...], marks: Marks) -> tuple[Row, ...]:
        """Rows of events without what the words cited for them do not say."""
        table = Table(columns("event", self.language), rows, 0, 0, complete=True)
        return bound_rows(table, marks.citations, frame(self.language, len(rows))).rows


def dated(row: Row, kind: str) -> str:
    """A row in a few words: what it is and when."""
    when = row.cells[2] if kind == "agreement" else row.cells[1]
    return f"{row.cells[0]} ({when})" if when else row.cells[0]


def lasting(row: Row, kind: str) -> str:
    """A row in a few words: what it is, and from when to when."""
    return f"{row.cells[0]} ({row.cells[2]} – {row.cells[3]})" if kind == "agreement" else dated(row, kind)


def cited_by(rows: Sequence[Row]) -> tuple[int, ...]:
    """The numbers of the citations of some rows."""
    return tuple(dict.fromkeys(number for row in rows for number in row.citations))
