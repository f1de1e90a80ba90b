"""The parts of an answer from the register, and the numbers of its citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.register.record import are_proposed
from assistant.register.single import Single
from assistant.values import Citation, Row, Statement, Table
from vectorstore import DocumentInfo, Fact


@dataclass(frozen=True, slots=True)
class Listing:
    """The parts of an answer that come from the register."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    verdict: str = ""
    """Yes or no, where that was asked."""
    absent: str = ""
    """Says that there is no such thing, but one like it, which the citations show; nothing is stated then."""
    single: Single | None = None
    """Where the answer is one value: what it takes to tell whether other documents agree."""

    def table(self, considered: int, unread: int) -> Table | None:
        """The rows, with how much was read for them; None where there are none."""
        return Table(self.columns, self.rows, considered, unread, unread == 0) if self.rows else None


class Marks:
    """Numbers the facts of an answer in the order of their first use."""

    def __init__(self, documents: Mapping[str, DocumentInfo]) -> None:
        self._documents = documents
        self._numbers: dict[tuple[str, int, int], int] = {}
        self.citations: list[Citation] = []
        self.are_proposed = True
        """Whether a language model proposed all that is cited."""

    def of(self, facts: Sequence[Fact]) -> tuple[int, ...]:
        """The numbers of some facts; facts that rest on the same words share one."""
        return tuple(dict.fromkeys(self._number(fact) for fact in facts))

    def _number(self, fact: Fact) -> int:
        self.are_proposed = self.are_proposed and are_proposed([fact])
        key = (fact.document, fact.start, fact.end)
        if key not in self._numbers:
            self._numbers[key] = number = len(self._numbers) + 1
            about = self._documents[fact.document]
            at = (fact.page, fact.start, fact.end, fact.quote)
            self.citations.append(Citation(number, fact.document, about.title, about.date, *at, fact.language))
        return self._numbers[key]
