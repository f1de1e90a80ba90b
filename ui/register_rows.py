"""Which rows of the register are shown and in which order, decided without the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vectorstore import fold

if TYPE_CHECKING:
    from assistant import Entry, RegisterTable, RegisterView

OVERDUE = "overdue"
"""The state of a commitment that is open after its day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show of a table; what is empty limits nothing."""

    words: str = ""
    partner: str = ""
    """Key of an organisation."""
    year: str = ""
    sort: str = ""
    state: str = ""
    order: str = ""
    """Key of a column, after a `-` for the last first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values to limit a table to, with how many rows have it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class PartnerYears:
    """How often each partner is spoken of in each year."""

    years: tuple[str, ...]
    partners: tuple[Choice, ...]
    counts: dict[tuple[str, str], int]
    """By partner and year."""


def chosen(view: RegisterView, table: RegisterTable, wanted: Wanted) -> tuple[Entry, ...]:
    """The rows that meet every limit, in the order wanted."""
    known = {thing.key: " ".join(thing.names) for thing in view.named}
    found = [entry for entry in table.entries if _meets(entry, wanted, known)]
    return tuple(_ordered(table, found, wanted.order))


def _meets(entry: Entry, wanted: Wanted, known: dict[str, str]) -> bool:
    return (
        wanted.partner in ("", *entry.names)
        and wanted.year in ("", *years_of(entry))
        and wanted.sort in ("", entry.sort)
        and wanted.state in ("", *states_of(entry))
        and _says(entry, wanted.words, known)
    )


def _says(entry: Entry, words: str, known: dict[str, str]) -> bool:
    """Whether every word stands in the row, or in another name of what it names."""
    sought = fold(words).split()
    if not sought:
        return True
    said = [cell.text for cell in entry.cells] + [known.get(name, "") for name in entry.names]
    return all(word in fold(" ".join(said)) for word in sought)


def years_of(entry: Entry) -> tuple[str, ...]:
    """The years a row lies in."""
    first, last = (entry.start or entry.end or "")[:4], (entry.end or entry.start or "")[:4]
    if not (first.isdigit() and last.isdigit()):
        return ()
    return tuple(str(year) for year in range(int(first), min(int(last), int(first) + 20) + 1))


def states_of(entry: Entry) -> tuple[str, ...]:
    """The states a row is in."""
    return (OVERDUE, entry.state) if entry.overdue else (entry.state,)


def _ordered(table: RegisterTable, entries: Sequence[Entry], order: str) -> Sequence[Entry]:
    key, down = order.removeprefix("-"), order.startswith("-")
    place = next((n for n, column in enumerate(table.columns) if column.key == key), None)
    if place is None:
        return entries
    told = [entry for entry in entries if entry.cells[place].text]
    silent = [entry for entry in entries if not entry.cells[place].text]
    return [*sorted(told, key=lambda entry: _rank(entry, place), reverse=down), *silent]


def _rank(entry: Entry, place: int) -> tuple[float, str]:
    """Numbers by their size before words in their order; dates are words here, as they sort as such."""
    cell = entry.cells[place]
    said = cell.sort or fold(cell.text)
    number = said.split(" ")[0].replace(",", "")
    try:
        return (float(number), said) if not cell.sort else (0.0, said)
    except ValueError:
        return float("inf"), said


def partners(view: RegisterView, entries: Iterable[Entry]) -> tuple[Choice, ...]:
    """The organisations some rows speak of, the most frequent first; not the one whose archive it is."""
    names = {entry.names[0]: _called(entry) for entry in view.table("organisation").entries if entry.names}
    counted = Counter(name for entry in entries for name in entry.names if name in names and name != view.own)
    return tuple(Choice(key, names[key], count) for key, count in sorted(counted.items(), key=lambda i: (-i[1], i[0])))


def _called(organisation: Entry) -> str:
    name, short = organisation.cells[0].text, organisation.cells[1].text
    return f"{name} ({short})" if short and short not in name else name


def years(entries: Iterable[Entry]) -> tuple[Choice, ...]:
    """The years some rows lie in, the last first."""
    counted = Counter(year for entry in entries for year in years_of(entry))
    return tuple(Choice(year, year, count) for year, count in sorted(counted.items(), reverse=True))


def sorts(table: RegisterTable) -> tuple[Choice, ...]:
    """The sorts of events or agreements in a table."""
    return _values(table, "sort", [(entry.sort, entry) for entry in table.entries])


def states(table: RegisterTable) -> tuple[Choice, ...]:
    """The states in a table; `OVERDUE`, which has no name of its own, first."""
    late = sum(entry.overdue for entry in table.entries)
    said = _values(table, "state", [(entry.state, entry) for entry in table.entries])
    return ((Choice(OVERDUE, "", late),) if late else ()) + said


def _values(table: RegisterTable, column: str, told: Sequence[tuple[str, Entry]]) -> tuple[Choice, ...]:
    place = next((n for n, found in enumerate(table.columns) if found.key == column), None)
    if place is None:
        return ()
    counted = Counter(key for key, _ in told)
    names = {key: entry.cells[place].text for key, entry in told}
    return tuple(Choice(key, names[key], count) for key, count in counted.most_common() if names[key])


def partner_years(view: RegisterView, entries: Sequence[Entry]) -> PartnerYears:
    """How often each partner is spoken of in each year, from the first year to the last."""
    found = partners(view, entries)
    keys = {partner.key for partner in found}
    counted = Counter((name, year) for e in entries for name in e.names if name in keys for year in years_of(e))
    seen = sorted({int(year) for _, year in counted})
    span = range(seen[0], seen[-1] + 1) if seen else range(0)
    shown = tuple(partner for partner in found if any((partner.key, str(year)) in counted for year in span))
    return PartnerYears(tuple(map(str, span)), shown, dict(counted))


def by_year(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Rows under the year they begin in, the last year first and in it the last row first; those without a date at the end."""
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.start or entry.end or "", reverse=True):
        found.setdefault((entry.start or entry.end or "")[:4], []).append(entry)
    return tuple((year, tuple(rows)) for year, rows in sorted(found.items(), key=lambda pair: pair[0], reverse=True))
