"""Lists and counts that the rows of one table answer: of what its columns name, limited by what its cells say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from assistant.bounds import Bound
from assistant.reading.cell_values import each_value
from assistant.reading.choosing import Chosen
from assistant.reading.columns import WORKS, counts_things, is_of_numbers, is_sort, names_people, naming, of_titles
from assistant.reading.document_lists import Entry, Listing, summed_up
from assistant.reading.matching import Matcher
from assistant.reading.occasions import Occasion
from assistant.reading.persons import PERSONS
from assistant.reading.standings import stands_somehow
from assistant.reading.table_bounds import rows_within
from assistant.reading.table_limits import limited_to
from assistant.reading.table_question import TableQuestion
from assistant.understand import Question
from vectorstore import DocumentInfo, terms

_BOUND = 1.0
"""What it weighs that a column gives the number by which rows are meant."""
_NAMING = 2
"""Columns that tell what a row is, shown with the number by which it is meant."""
_FEW_ROWS, _PAIR = 2, 2
"""Rows of the smallest table, and columns of one that only pairs labels with values."""


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table read for a question: which of its rows are meant, what of them, and how surely."""

    chosen: Chosen
    met: float
    """Weight of the question that the table tells."""


def tabled(
    question: Question,
    documents: Sequence[DocumentInfo],
    lists_of: Callable[[str], Sequence[Listing]],
    matcher: Matcher,
    saying_nothing: Collection[str],
    loose: Collection[str],
    occasion_of: Callable[[str], Occasion],
    *,
    mostly: bool = False,
    bound: Bound | None = None,
) -> Chosen | None:
    """The rows of a table that a question lists or counts; None where no table tells every word of it.

    Args:
        question: As understood.
        documents: Those that may hold it, the likeliest first.
        lists_of: The lists of a document.
        matcher: Compares the question's terms with text.
        saying_nothing: Stems that only say how a question is asked.
        loose: Stems of verbs, adverbs and asides, which limit the rows only where a table says them.
        occasion_of: What a document as a whole tells of the question.
        mostly: Whether a table need tell only what is counted, what is named, and most of the rest; where a document is of
            all that is named, none of another day is meant.
        bound: How large a number of the rows must be that are meant.
    """
    asked = TableQuestion.of(question, matcher, saying_nothing, loose, mostly=mostly, bound=bound)
    if asked is None:
        return None
    if mostly:
        of = {document.path: occasion_of(document.path) for document in documents}
        if any(one.meant for one in of.values()):
            documents = [document for document in documents if not of[document.path].other]
    found = [
        one
        for document in documents
        for listing in lists_of(document.path)
        if listing.sort == "rows" and any(listing.columns) and len(listing.entries) >= _FEW_ROWS
        for one in [_read(asked, document, listing, occasion_of(document.path))]
        if one is not None
    ]
    best = max(found, key=lambda one: one.met, default=None)
    return best.chosen if best else None


def _read(asked: TableQuestion, document: DocumentInfo, listing: Listing, of: Occasion) -> Tabled | None:
    """The rows of one table that are meant; None where it does not tell of all that is asked."""
    around = _around(document, listing)
    columns = listing.columns
    if asked.standing and not _say_how_they_stand(listing):
        asked = _all_stand_so(asked, " ".join([around, *columns]))
    if not (asked.change or asked.bound) and counts_things(listing, asked.nouns, asked.says):
        return None
    of_people = names_people(columns)
    column, asked = (None, asked) if asked.change else _listed(asked, columns, of_people=of_people)
    if column is not None and asked.question.wants != "number" and is_of_numbers(listing, column):
        return None  # it tells how many they are, not which
    meant = _of_its_sort(asked, around, listing, column, of_people=of_people)
    if meant is None or (column is None and len(columns) <= _PAIR and not of_people):
        return None
    asked, listing = meant
    asks = [*asked.limits, *(t for t in asked.nouns if column is None or not asked.says(t, columns[column]))]
    told = [term for term in asks if asked.says(term, around) or term in of.day or _tells(of, term, asked, listing)]
    limited = limited_to(asked, [term for term in asks if term not in told], listing, column, of_people=of_people)
    shown: frozenset[int] = frozenset()
    if asked.bound and limited:
        measured, within = rows_within(asked.bound, columns, limited.rows, asked.measures) or (0, ())
        limited = replace(limited, rows=within, met=limited.met + _BOUND) if within else None
        shown = frozenset([measured, *([*naming(listing)][:_NAMING] if column is None else [column])])
    met = sum(asked.matcher.weight[term] for term in told) + (limited.met if limited else 0.0)
    if limited is None or not limited.rows or not met:
        return None
    named = column is not None or asked.bound is not None or not asked.nouns
    if asked.mostly and not limited.tells_most(len(told), named=named):
        return None
    return _shown(asked, document, listing, limited.rows, column, met, shown)


def _of_its_sort(
    asked: TableQuestion, around: str, listing: Listing, column: int | None, *, of_people: bool
) -> tuple[TableQuestion, Listing] | None:
    """A question and the rows of a table that are of what it asks for; None where it is of other things."""
    wide = asked.standing or asked.change or (asked.mostly and not asked.bound)
    near = around if wide else " ".join([*listing.headings[-1:], listing.lead])
    told_of = column is not None or of_people or not asked.nouns
    events = asked.bound is not None and asked.of_events  # whose sizes stand in a table of events only
    if told_of or (not events and any(asked.says(t, near) for t in asked.nouns)):
        return asked, listing
    if (sort := _sort_column(asked, listing)) is not None:
        of_sort = tuple(row for row in listing.entries if _says_all(asked, row.cells[sort : sort + 1]))
        return replace(asked, nouns=()), replace(listing, entries=of_sort)
    if asked.bound:
        return None if events else _of_what_is_said(asked, around, listing)
    if summed_up(listing.entries, lambda total: any(asked.says(t, total) for t in asked.nouns)):
        return asked, listing
    return (asked, listing) if asked.standing and any(_says_all(asked, row.cells) for row in listing.entries) else None


def _of_what_is_said(asked: TableQuestion, around: str, listing: Listing) -> tuple[TableQuestion, Listing] | None:
    """The rows that a cell says to be what is asked for, or all of a table that is said to be of it; None where neither is said."""
    said = tuple(row for row in listing.entries if any(_says_all(asked, [cell]) for cell in row.cells))
    if said:
        return asked, replace(listing, entries=said)
    return (asked, listing) if not set(asked.nouns).isdisjoint(terms(around)) else None


def _listed(asked: TableQuestion, columns: Sequence[str], *, of_people: bool) -> tuple[int | None, TableQuestion]:
    """The column that is listed or counted, if any, and the question without what that column says already."""
    named = (n for t in asked.nouns[::-1] for n, name in enumerate(columns) if asked.says(t, name))
    behind = (
        n for t in asked.attached for n, name in enumerate(columns) if len(terms(name)) > 1 and asked.says(t, name)
    )
    column = next(chain(named, behind), None)
    titles = of_titles(columns)
    if titles is not None and not WORKS.isdisjoint(asked.nouns):
        return titles, replace(asked, nouns=tuple(term for term in asked.nouns if term not in WORKS))
    if of_people and not PERSONS.isdisjoint(asked.nouns):
        return None, asked  # a row is somebody, whatever it says of their presence
    return column, asked


def _all_stand_so(asked: TableQuestion, said: str) -> TableQuestion:
    """The question for a table that tells of no row how it stands: all of them stand as the table says, or it is of other things."""
    told = any(asked.says(term, said) for term in asked.standing_said)
    return replace(asked, standing="", limits=asked.limits if told else (*asked.limits, *asked.standing_said))


def _says_all(asked: TableQuestion, cells: Sequence[str]) -> bool:
    """Whether some cells say what is counted: those of a row of the sort "peer visit"."""
    return all(any(asked.says(t, cell) for cell in cells) for t in asked.nouns)


def _sort_column(asked: TableQuestion, listing: Listing) -> int | None:
    """The column of a table that says of each row what it is, where some of them are what is counted: "training course"."""
    for number in (place for place, name in enumerate(listing.columns) if is_sort(name)):
        cells = [row.cells[number] if number < len(row.cells) else "" for row in listing.entries]
        said = [cell for cell in cells if cell and _says_all(asked, [cell])]
        if 0 < len(said) < len(cells) and all(len(terms(cell)) <= len(asked.nouns) + 1 for cell in said):
            return number
    return None


def _say_how_they_stand(listing: Listing) -> bool:
    """Whether a table tells how its things stand at all."""
    return any(stands_somehow(cell) for row in listing.entries for cell in row.cells)


def _tells(of: Occasion, term: str, asked: TableQuestion, listing: Listing) -> bool:
    """Whether a document as a whole tells a name, by which the cells of its table tell no row from another."""
    said = sum(any(asked.says(term, cell) for cell in row.cells) for row in listing.entries)
    return term in of.told and term in asked.matcher.named and said in (0, len(listing.entries))


def _shown(
    asked: TableQuestion,
    document: DocumentInfo,
    listing: Listing,
    rows: tuple[Entry, ...],
    column: int | None,
    met: float,
    told: frozenset[int],
) -> Tabled | None:
    """What is shown of the rows: each value of the column that is listed, or all of them where more of each is asked for."""
    if column is not None:
        met += sum(asked.matcher.weight[term] for term in asked.nouns)
    beside = [name for number, name in enumerate(listing.columns) if number != column]
    if asked.bound or any(
        not asked.said.isdisjoint(terms(name)) or any(asked.calls(t, name) for t in asked.limits) for name in beside
    ):
        column = None
    rows = rows if column is None else tuple(each_value(rows, column))
    if asked.question.wants != "number" and len(rows) < _FEW_ROWS and not asked.bound:
        return None
    chosen = Chosen(document.path, document.title, listing, rows, column, False, False, True, 1.0, met, shown=told)
    return Tabled(chosen, met)


def _around(document: DocumentInfo, listing: Listing) -> str:
    """What says of a whole table what it is about: the document's title, file and place, and the headings above."""
    title = "" if " | " in document.title else document.title  # a title that is the line of the column names
    path = re.sub(r"[/._-]", " ", document.path)
    return " ".join([title, path, document.venue or "", *listing.headings, listing.lead])
