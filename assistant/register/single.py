"""The one value that the register answers with, and what tells whether a text speaks of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.register.query import Query
from assistant.register.record import Record
from vectorstore import Fact, fold

Valued = Literal["held", "place", "signed", "starts", "ends", "holder", "count"]
"""When something takes place and where, was signed, comes into force or ends, who is in office, or how many there are."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another value that the register has of the same thing, in the words of a fact."""

    value: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Single:
    """A value with the fact that says so, and the thing that it is a value of."""

    sort: Valued
    value: str
    """As the answer tells it."""
    query: Query
    fact: Fact | None
    """None for a number, which no fact says."""
    first: str = ""
    """Of a day, ISO."""
    last: str = ""
    record: Record | None = None
    number: int = 0
    others: tuple[Other, ...] = ()

    @property
    def documents(self) -> frozenset[str]:
        """The documents that tell of the thing, and so had their say."""
        return frozenset(fact.document for fact in self._facts if self._says(fact))

    @property
    def former(self) -> frozenset[str]:
        """Days that no longer hold, as documents say."""
        return frozenset(day for fact in self._facts if (day := fact.fields.get("former_date")))

    @property
    def titles(self) -> Sequence[str]:
        """What the thing is called."""
        return tuple(dict.fromkeys(title for fact in self._facts if (title := fact.fields.get("title"))))

    @property
    def parties(self) -> Sequence[str]:
        """Those who agreed."""
        said = [party for fact in self._facts for party in (fact.fields.get("parties") or "").split("; ")]
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def _facts(self) -> tuple[Fact, ...]:
        return self.record.facts if self.record else ()

    def _says(self, fact: Fact) -> bool:
        """Whether a fact gives the very value."""
        return bool(self.first) and any(fold(value or "")[:10] == self.first for value in fact.fields.values())
