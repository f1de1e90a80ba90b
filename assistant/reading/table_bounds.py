"""The rows of a table whose number is as large as a question says it must be, or the largest of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.bounds import Bound, Kind
from assistant.reading.document_lists import Entry
from assistant.sums import parsed
from vectorstore import fold

_NUMBER = re.compile(r"\W*(?:[^\W\d]{1,4}\W?\s?)?\d[\d\s.,\u00a0\u202f]*(?:\s?[^\W\d]{1,6}\d?(?: [^\W\d]{1,4})?)?\W*")
"""A cell that gives a number, with its currency or unit at most."""
_YEARS = range(1900, 2101)
_SAYS: dict[Kind, str] = {
    "people": r"\b(?:participants?|people|persons?|trainees?|attend\w*|trained|personnes|stagiaires|inscrits|effectif\w*|form(?:e|ee|es|ees)|beneficiar\w+|beneficiaires?)\b|مشارك|متدرب|حضور|حاضر|شخص|مستفيد",
    "women": r"\b(?:wom[ae]n|females?|femmes?|participantes)\b|نساء?|سيدات|اناث",
    "countries": r"\b(?:countries|pays)\b|دول",
    "money": r"\b(?:usd|eur|euros?|dollars?|xof|fcfa|gbp|amounts?|budgets?|costs?|spent|expen\w+|spending|funds?|funding|price|fees?|montants?|couts?|depens\w+|credits?)\b|[$€£]|دولار|يورو|مبلغ|ميزاني|تكلف|كلف|انفاق|منفق",
    "time": r"\b(?:days?|hours?|weeks?|months?|durations?|length|jours?|heures?|semaines?|mois|durees?)\b|ايام|مد[هة]|ساعات",
}
_HOW_MANY = re.compile(
    r"^(?:(?:total )?number|no\.?|nb|nbre|count|total|headcount|nombre|effectifs?|(?:ال)?عدد|المجموع)$"
)
_REST = re.compile(
    r"\W*(?:(?:all |the )?others?|(?:tous |toutes )?(?:les )?autres|(?:ال)?اخر[يو]\w*|بقيه|ساءر|غير ذلك)\b"
)
_ASKED, _OF_KIND, _SAID, _PLAIN = 4.0, 2.0, 1.0, 0.5
"""What it counts that a column is called what is measured, is of its kind, is said elsewhere in the question, or is called a number."""


def rows_within(
    bound: Bound, columns: Sequence[str], rows: Sequence[Entry], says: Callable[[frozenset[str], str], int]
) -> tuple[int, tuple[Entry, ...]] | None:
    """The column that is meant, with the rows whose number there is as large as it must be; None where no column is meant.

    Args:
        bound: How large it must be.
        columns: The names of the columns.
        rows: Those that everything else in the question limits the table to, its totals aside.
        says: How many of some stems a column's name says; of none given, those of the question.
    """
    column = _column(bound, columns, rows, says)
    if column is None:
        return None
    told = [(row, n) for row in rows if not _is_rest(row) and (n := _number(row, column)) is not None]
    meant = bound.among([number for _, number in told])
    return column, tuple(row for row, number in told if number in meant)


def _column(
    bound: Bound, columns: Sequence[str], rows: Sequence[Entry], says: Callable[[frozenset[str], str], int]
) -> int | None:
    """The column of numbers that is called what is measured; the only one where the question does not say what is."""
    numeric = [place for place in range(len(columns)) if _is_of_numbers(rows, place)]
    told = {place: _told(bound, columns[place].replace("_", " "), says) for place in numeric}
    best = max(numeric, key=lambda place: told[place], default=None)
    if best is None or told[best] < (0 if len(numeric) == 1 and not bound.of and bound.kind is None else _PLAIN):
        return None
    return best


def _told(bound: Bound, column: str, says: Callable[[frozenset[str], str], int]) -> float:
    name = fold(column).strip()
    kinds = [kind for kind, said in _SAYS.items() if re.search(said, name)]
    if bound.kind is not None and kinds and bound.kind not in kinds:
        return -1.0
    if "women" in kinds and bound.kind != "women":
        return -1.0
    if bound.kind is None and bound.of and not says(bound.of, column):
        return -1.0
    plain = _PLAIN if _HOW_MANY.match(name) and bound.kind in ("people", "women", "countries", None) else 0.0
    return (
        _ASKED * says(bound.of, column) + _OF_KIND * (bound.kind in kinds) + _SAID * says(frozenset(), column) + plain
    )


def _is_of_numbers(rows: Sequence[Entry], place: int) -> bool:
    """Whether most cells of a column give a number that neither is a year nor counts the rows."""
    cells = [row.cells[place].strip() for row in rows if place < len(row.cells) and row.cells[place].strip()]
    numbers = [number for row in rows if (number := _number(row, place)) is not None]
    if not numbers or len(numbers) * 2 <= len(cells):
        return False
    years = all(number in _YEARS and len(cell) == len("2026") for number, cell in zip(numbers, cells, strict=False))
    return not years and not (place == 0 and len(set(numbers)) == len(numbers) and numbers == sorted(numbers))


def _is_rest(row: Entry) -> bool:
    """Whether a row is of all that no other row is of."""
    return _REST.match(fold(next((cell for cell in row.cells if cell.strip()), ""))) is not None


def _number(row: Entry, place: int) -> float | None:
    cell = row.cells[place] if place < len(row.cells) else ""
    return parsed(cell) if _NUMBER.fullmatch(cell) else None
