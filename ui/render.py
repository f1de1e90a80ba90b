"""An answer as the pieces a page shows, decided without the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ui import words
from ui.dates import day
from ui.grid import Grid, GridCell, GridColumn, Press

if TYPE_CHECKING:
    from assistant import Answer, Citation, Table

_MARK = re.compile(r"\s*\[(\d{1,4})\]")
_BULLET = re.compile(r"^\s*[-•*–]\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered mark that opens a citation."""

    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or list item of an answer: runs of text, and the marks between them."""

    kind: Literal["lead", "paragraph", "item"]
    pieces: tuple[str | Mark, ...]
    direction: str
    """Which way it runs: a quote in another language than the answer keeps its own; items stand under each other."""


def lines(answer: Answer) -> tuple[Line, ...]:
    """The text of an answer, line by line. A mark that names no citation stays the text it is."""
    numbers = {citation.number for citation in answer.citations}
    written = [line for line in answer.text.splitlines() if line.strip()]
    return tuple(_line(text, numbers, answer.language, first=place == 0) for place, text in enumerate(written))


def _line(text: str, numbers: set[int], language: str, *, first: bool) -> Line:
    own = words.direction(language)
    if bullet := _BULLET.match(text):
        return Line("item", tuple(_pieces(text[bullet.end() :], numbers)), own)
    return Line("lead" if first else "paragraph", tuple(_pieces(text.strip(), numbers)), runs(text) or own)


def _pieces(text: str, numbers: set[int]) -> Iterator[str | Mark]:
    begin = 0
    for found in _MARK.finditer(text):
        if int(found[1]) not in numbers:
            continue
        if text[begin : found.start()].strip():
            yield text[begin : found.start()]
        yield Mark(int(found[1]))
        begin = found.end()
    if text[begin:].strip():
        yield text[begin:]


def source_line(citation: Citation, language: str) -> str:
    """A citation in one line: title, date, page."""
    return " · ".join(source_parts(citation, language))


def source_parts(citation: Citation, language: str) -> tuple[str, ...]:
    """What a citation's line is made of: title, date, page; the first is foreign, the others are ours."""
    return (citation.title or citation.document, *_when_and_page(citation, language))


def shortened(quote: str, longest: int = 180) -> str:
    """A quote in one line, cut between words where it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"


def is_said(citation: Citation, answer: Answer) -> bool:
    """Whether the words of a source stand in the answer already."""
    return " ".join(citation.quote.split()) in " ".join(_MARK.sub("", answer.text).split())


def runs(text: str) -> str | None:
    """Which way a text is written, by its first letter; None where it has none."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return first and ("ltr" if first == "L" else "rtl")


def taken_over(answer: Answer) -> str:
    """The question with what it takes over from the conversation; empty where it stands alone."""
    told = answer.standalone or ""
    return "" if " ".join(told.split()) == " ".join(answer.question.split()) else told


def explanation(answer: Answer, title: str) -> str:
    """What a refusal says beyond its title."""
    return "" if answer.text.strip().rstrip(".").casefold() == title.casefold() else answer.text


def _when_and_page(citation: Citation, language: str) -> Iterator[str]:
    if date := day(citation.date, language):
        yield date
    if citation.page:
        yield words.say(language, "page", page=citation.page)


def details(citation: Citation, kind: str | None, language: str) -> tuple[str, ...]:
    """What is known of a source, for the line under its title: date, page, kind, language."""
    tongue = words.LANGUAGES.get(citation.language, citation.language)
    return tuple(
        part for part in (*_when_and_page(citation, language), words.kind_name(kind, language), tongue) if part
    )


def quotation(citation: Citation, language: str) -> str:
    """The exact words and where they stand, ready to be pasted into a letter."""
    return f"“{citation.quote}”\n— {source_line(citation, language)} ({citation.document})"


def coverage(table: Table, language: str) -> str:
    """How much a list or count rests on."""
    said = considered(table.considered, table.unread, language)
    return said if table.complete else f"{said} {words.say(language, 'incomplete')}"


def considered(documents: int, unread: int, language: str) -> str:
    """How many documents something rests on, and how many files it cannot rest on."""
    left = words.say(language, "unread_count", count=unread) if unread else words.say(language, "none_unread")
    comma = "،" if language == "ar" else ","
    return f"{words.say(language, 'considered', count=documents)}{comma} {left}."


def table_grid(table: Table, answer: Answer) -> Grid:
    """The table of an answer; the marks of its rows tell the numbers of their citations."""
    language, numbers = answer.language, {citation.number for citation in answer.citations}
    columns = [GridColumn(f"column-{place}", name) for place, name in enumerate(table.columns)]
    rows = [[GridCell(text) for text in row.cells] for row in table.rows]
    if any(row.citations for row in table.rows):
        columns.append(GridColumn("marks", words.say(language, "sources")))
        for cells, row in zip(rows, table.rows, strict=True):
            cells.append(GridCell(presses=tuple(_presses(row.citations, numbers, language)), looks="marks"))
    return Grid(answer.question, tuple(columns), tuple(map(tuple, rows)), language)


def _presses(citations: Sequence[int], numbers: set[int], language: str) -> Iterator[Press]:
    for number in citations:
        if number in numbers:
            yield Press(str(number), str(number), words.say(language, "open_source", number=number))


def time_left(seconds: float, language: str) -> str:
    """An estimate, no finer than it deserves."""
    if seconds >= 90:
        time = words.say(language, "time_minutes", count=round(seconds / 60))
    else:
        time = words.say(language, "time_seconds", count=max(5, 5 * round(seconds / 5)))
    return words.say(language, "left", time=time)
