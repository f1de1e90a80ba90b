"""What the register holds, as values to show in tables: every row with its dates, its state and the words it rests on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from assistant.values import Citation


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key, which is the same in every language, and its name in one."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row."""

    text: str
    sort: str = ""
    """What to sort by where the text does not sort: an ISO date or a number."""
    names: tuple[str, ...] = ()
    """Keys of the `NamedThing`s it speaks of."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """An earlier statement that a later one took the place of."""

    field: str
    """`date`, `person`, `value`, `until` or `name`."""
    was: str
    now: str
    citations: tuple[Citation, ...]
    """Where the documents say so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, person in a role, organisation, programme, agreement, commitment or figure."""

    key: str
    """The same as long as the words it rests on are; fit for a link."""
    kind: str
    sort: str
    """Of events and agreements: `course`, `meeting`, `memorandum`, …; empty for the other kinds."""
    cells: tuple[Cell, ...]
    """One for each column of its table."""
    start: str | None
    end: str | None
    """Dates as written, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    state: str
    """`held`, `planned`, `signed`, `open`, …; empty where none is said."""
    overdue: bool
    """A commitment that is open after its day."""
    citations: tuple[Citation, ...]
    """The words it rests on, numbered from 1."""
    replaced: tuple[Replaced, ...] = ()
    """What was said earlier and no longer holds."""
    superseded_by: str | None = None
    """Key of the entry that took its place."""
    names: tuple[str, ...] = ()
    """Keys of the `NamedThing`s it speaks of."""


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """All entries of one kind, oldest first."""

    kind: str
    name: str
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NamedThing:
    """An organisation or programme with all its names, and the words that make them one."""

    key: str
    names: tuple[str, ...]
    because: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Everything on record, as on one day."""

    tables: tuple[RegisterTable, ...]
    named: tuple[NamedThing, ...]
    own: str | None
    """Key of the organisation whose archive it is; None where that cannot be told."""
    considered: int
    """Documents read for it."""
    unread: int
    """Files that could not be read."""
    snapshot: str
    as_of: str | None

    def table(self, kind: str) -> RegisterTable:
        """The table of one kind.

        Raises:
            KeyError: There is no such kind.
        """
        for table in self.tables:
            if table.kind == kind:
                return table
        raise KeyError(kind)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One long form of a short one, with the words that give it."""

    long: str
    language: str
    citations: tuple[Citation, ...]
    """The first places that say so, numbered from 1."""


@dataclass(frozen=True, slots=True)
class Term:
    """A short form with everything the documents say it stands for; more than one thing where they differ."""

    short: str
    kind: str
    """`organisation` or `programme`; the latter for every other short form, too."""
    meanings: tuple[Meaning, ...]
    also: tuple[str, ...]
    """Other names of the same thing: translations, former and later names."""

    def as_json(self) -> dict[str, Any]:
        """The term as plain values."""
        return asdict(self)
