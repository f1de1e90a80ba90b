"""What documents tell in sentences beside what the register lists: rows of the same table, marked as the words of documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.across.same import Told, shared_terms
from assistant.across.units import Unit
from assistant.places import overlap
from assistant.reading.draft import cite
from assistant.reading.showing import shortened
from assistant.understand import names_in
from assistant.values import Answer, Citation, Row
from assistant.words import also_told
from vectorstore import DocumentInfo, Fact, find_dates, terms

_LIKE = 0.6
"""Share of the terms of a row's first cell, or of the sentence, that make both tell of the same thing."""
_MOST = 15
"""Rows at most that are added to a list; more say that something else was meant."""
_LONGEST = 60
"""Words of a row."""


def with_told(
    answer: Answer, told: Sequence[Told], kept: Sequence[Fact], about: Callable[[str], DocumentInfo]
) -> Answer:
    """A list of the register, with what is told of further things; as it is where there is nothing further.

    Args:
        answer: A list, each row cited.
        told: What the documents tell, within the limits of the question.
        kept: What the register keeps of such things, whatever the answer lists of them.
        about: What is known of a document, by its path.
    """
    table = answer.table
    further = [
        one for one in told if table and _says_which(one) and not any(_is_listed(u, answer, kept) for u in one.units)
    ]
    if table is None or not further or len(further) > _MOST:
        return answer
    citations: list[Citation] = []
    rows: list[Row] = []
    for one in further:
        sentence = one.units[0].sentence
        citations.append(cite(sentence, about(sentence.document), len(answer.citations) + len(citations) + 1))
        cells = (shortened(sentence.text, None, _LONGEST), *("" for _ in table.columns[1:]))
        rows.append(Row(cells, (citations[-1].number,)))
    return replace(
        answer,
        text=f"{answer.text}\n{also_told(answer.language, len(rows))}",
        citations=(*answer.citations, *citations),
        table=replace(table, rows=(*table.rows, *rows), complete=False),
    )


def _says_which(one: Told) -> bool:
    """Whether a sentence gives a day or a name, without which nobody can tell it from what is listed."""
    text = one.units[0].sentence.text
    return any(date.day for date in find_dates(text)) or bool(names_in(text))


def _is_listed(unit: Unit, answer: Answer, kept: Sequence[Fact]) -> bool:
    """Whether a row or a record rests on a sentence, or a row is of the same thing by its day or by its words."""
    places: tuple[Citation | Fact, ...] = (*answer.citations, *kept)
    if any(overlap(place, unit.sentence) for place in places):
        return True
    rows = answer.table.rows if answer.table else ()
    days = {date.iso for date in find_dates(unit.sentence.text) if date.day}
    if not days and unit.sentence.document in {citation.document for citation in answer.citations}:
        return True  # more of what is listed from there
    return any(_is_of(row, unit, days) for row in rows)


def _is_of(row: Row, unit: Unit, days: set[str | None]) -> bool:
    shown = {date.iso for cell in row.cells for date in find_dates(cell) if date.day}
    return not shown.isdisjoint(days) or shared_terms(frozenset(terms(row.cells[0])), unit.own) >= _LIKE
