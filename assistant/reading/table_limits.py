"""The rows of a table that the words of a question limit it to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.concepts import asking_words
from assistant.reading.cell_values import holds_several
from assistant.reading.document_lists import Entry, Listing, summed_up, without_totals
from assistant.reading.persons import PERSONS
from assistant.reading.revisions import rows_changed
from assistant.reading.sexes import addressed, asked_sex, sex_of
from assistant.reading.standings import asked_standing, stands
from assistant.reading.table_question import TableQuestion
from vectorstore import fold, terms

_YES = frozenset(map(fold, ["yes", "y", "oui", "o", "نعم", "x", "✓", "✔"]))
_NO = frozenset(map(fold, ["no", "n", "non", "لا", "–", "-", "—"]))
_NEGATED = re.compile(
    r"\b(?:not|no|without|never|didn't|did not|pas|sans|aucun|non)\b|(?<!\w)(?:لم|بدون|دون|غير|ليس|بلا)(?!\w)"
)
_ONLY = re.compile(r"\b(?:only|solely|alone|seulement|uniquement|exclusivement|rien que)\b|(?<!\w)فقط(?!\w)")


_STAND_INS = frozenset(
    stem for word in ["one", "ones", "those", "ceux", "celles", "التي", "الذين"] for stem in terms(word)
)
"""What stands for the noun in what is not meant: "not the ones in Chad"."""


@dataclass(frozen=True, slots=True)
class Limited:
    """The rows that some words of a question limit a table to, and the weight of those words."""

    rows: tuple[Entry, ...]
    met: float
    said: int = 0
    untold: int = 0
    """How many of those words cells or columns tell, and how many nothing does."""

    def tells_most(self, around: int, *, named: bool) -> bool:
        """Whether a table tells at least half of a question, and something of it in its cells or by what names its rows or a column.

        Args:
            around: Words of the question that the table's title and headings tell.
            named: Whether its rows or a column are called what is asked for.
        """
        return (named or self.said > 0) and self.untold <= around + self.said + named


def limited_to(
    asked: TableQuestion, words: Sequence[str], listing: Listing, listed: int | None, *, of_people: bool
) -> Limited | None:
    """The rows that say every one of some words; None where neither a cell nor a column says one of them."""
    meant_at_all = _by_sort(asked, listing)
    if meant_at_all is None:
        return None
    rows, met, told = meant_at_all.rows, meant_at_all.met, meant_at_all.said
    if asked_sex(asked.folded) is not None:
        words = [term for term in words if term not in asked.nouns]
    wider, untold = rows, 0
    for term in sorted(words, key=lambda term: term not in asked.matcher.named):
        meant = _saying(asked, term, listing, rows, listed)
        if meant is None and len(rows) < len(wider) and (others := _beside(asked, term, listing, rows, wider)):
            meant, rows = others, wider
        if meant is None and asked.may_go_untold(term):
            untold += 1
            continue
        if meant is None and not (term in asked.nouns and of_people and term in PERSONS):
            return None
        if meant is not None:
            wider = rows if len(meant) < len(rows) else wider
            rows, met, told = meant, met + asked.matcher.weight[term], told + 1
    return Limited(rows, met, told, untold)


def _by_sort(asked: TableQuestion, listing: Listing) -> Limited | None:
    """The rows that are meant by how things stand, what is left out, how their values changed, and who is a woman; None for no row."""
    rows: tuple[Entry, ...] | None = tuple(without_totals(listing.entries))
    if rows and asked.standing:
        rows = tuple(row for row in rows if any(stands(asked.standing, cell) for cell in row.cells))
    excepted = _excepted(asked, rows or ())
    rows = tuple(row for row in rows or () if row not in excepted)
    if asked.change:
        rows = rows_changed(asked.change, listing.columns, rows, lambda name: _is_said(asked, name))
    sex = asked_sex(asked.folded)
    if rows and sex is not None:
        rows = _of_sex(sex, listing, rows)
    limited = asked.standing or excepted or asked.change or sex is not None
    return Limited(rows, 1.0 if limited else 0.0, bool(excepted) + (sex is not None)) if rows else None


def _excepted(asked: TableQuestion, rows: Sequence[Entry]) -> tuple[Entry, ...]:
    """The rows that a question says are not meant: by how they stand, or by all its words for that which any cell says."""
    if not asked.excepted:
        return ()
    standing = asked_standing(asked.excepted)
    if standing is not None:
        return tuple(row for row in rows if any(stands(standing[0], cell) for cell in row.cells))
    words = [term for term in terms(asked.excepted) if term not in asking_words() | _STAND_INS]
    saying = {term: {row for row in rows if any(asked.says(term, cell) for cell in row.cells)} for term in words}
    told = [found for found in saying.values() if found]
    return tuple(row for row in rows if told and all(row in found for found in told))


def _is_said(asked: TableQuestion, column: str) -> bool:
    """Whether a question says something of the name of a column."""
    return any(asked.says(term, column) for term in asked.limits)


def _beside(
    asked: TableQuestion, term: str, listing: Listing, rows: Sequence[Entry], wider: Sequence[Entry]
) -> tuple[Entry, ...]:
    """Some rows with those that have a second value in the column by which the first were told: of "Mali and Chad", Chad's."""
    for number in range(len(listing.columns)):
        same = {fold(row.cells[number]) for row in rows if number < len(row.cells)}
        others = [row for row in wider if number < len(row.cells) and asked.says(term, row.cells[number])]
        if len(same) == 1 and others and same.isdisjoint(fold(row.cells[number]) for row in others):
            return tuple(row for row in wider if row in rows or row in others)
    return ()


def _saying(
    asked: TableQuestion, term: str, listing: Listing, rows: Sequence[Entry], listed: int | None
) -> tuple[Entry, ...] | None:
    """The rows that say one word of a question; None where no cell and no column does."""
    short = [name for name in asked.question.names if name.isupper() and term in terms(name)]
    exact = tuple(row for row in rows if any(_spelled(name).search(cell) for name in short for cell in row.cells))
    if exact:
        return exact  # before what only has the same stem
    summed = summed_up(listing.entries, lambda total: asked.says(term, total))
    if summed:
        return tuple(row for row in rows if row in summed)
    only = _ONLY.search(asked.folded)
    met = tuple(
        row for row in rows if any(asked.says(term, cell) and not (only and holds_several(cell)) for cell in row.cells)
    )
    if met:
        return met
    for number, name in enumerate(listing.columns):
        if number != listed and asked.calls(term, name):
            return _told(asked, rows, number)
    return None


def _spelled(name: str) -> re.Pattern[str]:
    """A short name, as it is written."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _told(asked: TableQuestion, rows: Sequence[Entry], column: int) -> tuple[Entry, ...]:
    """Of a column of yes and no, the rows that are meant; every row of another."""
    cells = [fold(row.cells[column]).strip() if column < len(row.cells) else "" for row in rows]
    if not all(cell in _YES | _NO or not cell for cell in cells) or not any(cells):
        return tuple(rows)
    negated = bool(_NEGATED.search(asked.folded))
    return tuple(row for row, cell in zip(rows, cells, strict=True) if (cell in _YES) != negated)


def _of_sex(sex: str, listing: Listing, rows: Sequence[Entry]) -> tuple[Entry, ...] | None:
    """The women or the men, where a column says who is one, or everybody is named with a form of address."""
    for number, name in enumerate(listing.columns):
        cells = [row.cells[number] if number < len(row.cells) else "" for row in rows]
        known = [sex_of(name, cell) for cell in cells]
        spoken = [addressed(cell) for cell in cells]
        said = known if any(known) else spoken if all(spoken) else []
        if said:
            return tuple(row for row, one in zip(rows, said, strict=True) if one == sex)
    return None
