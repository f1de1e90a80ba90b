"""A limit to how large something is, and which numbers are within it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import ge, gt, le, lt

from assistant.bounds.patterns import Form, Kind, says_largest
from assistant.gate import amount_in
from vectorstore import find_quantities, fold


@dataclass(frozen=True, slots=True)
class Bound:
    """What a question says of how large something must be."""

    form: Form
    number: float
    """What it is held against; 0 for the largest or smallest of all."""
    kind: Kind | None
    """What is measured; None where it is something else, or the question does not say."""
    of: frozenset[str]
    """Stems of the words for what is measured."""
    said: str
    """The words of the folded question that say all this."""
    unit: str = ""
    """Of a time, the unit in which it is told, folded."""
    top: int = 1
    """How many of the largest or smallest are meant."""
    top_said: str = ""
    """The word of the folded question for that number; empty where it has none."""

    def met(self, number: float) -> bool:
        """Whether a number is as large as it must be; whichever it is where the largest or smallest is meant."""
        compare = {"more": gt, "at least": ge, "less": lt, "at most": le}.get(self.form)
        return compare is None or compare(number, self.number)

    def told_in(self, text: str) -> bool:
        """Whether a text gives a number as large as it must be or, where the largest is meant, says that something is."""
        if self.is_best:
            return says_largest(fold(text))
        given = [q for q in find_quantities(text) if self.kind is None or q.money == (self.kind == "money")]
        numbers = (amount_in(text[q.start : q.end]) for q in given)
        return any(number is not None and self.met(number) for number in numbers)

    @property
    def is_small(self) -> bool:
        """Whether small things are meant."""
        return self.form in ("less", "at most", "smallest")

    @property
    def is_best(self) -> bool:
        """Whether the largest or smallest of all is meant."""
        return self.form in ("largest", "smallest")

    def among(self, numbers: Sequence[float]) -> frozenset[float]:
        """Those of some numbers that are as large as they must be, or the largest or smallest of them."""
        if not self.is_best:
            return frozenset(filter(self.met, numbers))
        return frozenset(sorted(numbers, reverse=self.form == "largest")[: self.top])
