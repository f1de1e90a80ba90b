"""Money that was given: what of it can be added up, and what cannot, for it may be the same money.

A pledge and the instalments paid on it are never added to each other, nor a first figure and the final one, nor what is paid again and
again. Each currency has a sum of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.gate import currency, whole_number
from assistant.register.names import Names
from assistant.register.record import Record
from assistant.register.successors import successions
from assistant.register.vocabulary import any_of, phrases, vocabulary
from vectorstore import fold, terms

Stage = Literal["received", "pledged", "given", "spent", "budgeted"]
"""What a document says became of money, or a question asks for; "given" where neither is said. Of money of the house's own, whether it was
spent or only set aside."""
Reason = Literal["pledged", "received", "same", "again", "older", "unclear", "spent", "budgeted", "part", "other"]


@dataclass(frozen=True, slots=True)
class Gift:
    """An amount on record."""

    record: Record
    amount: int
    unit: str
    """As it is written."""
    stage: Stage

    @property
    def currency(self) -> str:
        """The currency, however it is written."""
        return currency(self.unit) or fold(self.unit)


@dataclass(frozen=True, slots=True)
class Purse:
    """What was added, and what was left out and why."""

    stage: Stage
    added: tuple[Gift, ...]
    left: Mapping[Reason, tuple[Record, ...]]

    @property
    def totals(self) -> tuple[tuple[int, str], ...]:
        """The sum of each currency, with its code where one is written, else the unit that is written first."""
        sums: Counter[str] = Counter()
        units: dict[str, str] = {}
        for gift in self.added:
            sums[gift.currency] += gift.amount
            if gift.currency not in units or (gift.unit.isupper() and not units[gift.currency].isupper()):
                units[gift.currency] = gift.unit
        return tuple((total, units[which]) for which, total in sums.items())


def stage_of(folded: str) -> Stage:
    """What became of the money that a folded text speaks of: paid wins, for what is paid was promised before."""
    if says("received", folded):
        return "received"
    return "pledged" if says("pledged", folded) else "given"


def says(what: str, folded: str) -> bool:
    """Whether a folded text has a word of a field of the vocabulary of money."""
    return _pattern(what).search(folded) is not None


def add_gifts(records: Sequence[Record], stage: Stage, names: Names) -> Purse | None:
    """The sum of what is on record; None where nothing can be added.

    Args:
        records: Contributions.
        stage: What is asked for.
        names: Tell who is the same giver.
    """
    older = {id(one) for one, _ in successions(records)}
    gifts = [gift for record in records if id(record) not in older and (gift := _gift(record))]
    left: dict[Reason, list[Record]] = {}
    for record in records:
        if (why := _never_added(record, older)) is not None:
            left.setdefault(why, []).append(record)
    wanted = _wanted(stage, gifts)
    added = []
    for gift in gifts:
        why = _why_not(gift, wanted, gifts, names)
        if why is None:
            added.append(gift)
        else:
            left.setdefault(why, []).append(gift.record)
    kept = {why: tuple(found) for why, found in left.items()}
    return Purse(wanted, tuple(added), kept) if added else None


def _gift(record: Record) -> Gift | None:
    told = fold(" ".join(text for fact in record.facts for text in (fact.fields.get("counts") or "", fact.quote)))
    amount, unit = whole_number(record.field("quantity")), record.field("unit")
    if amount is None or not unit or says("again", told):
        return None
    return Gift(record, amount, unit, stage_of(told))


def _never_added(record: Record, older: set[int]) -> Reason | None:
    if id(record) in older:
        return "older"
    if _gift(record) is not None:
        return None
    return "again" if says("again", fold(" ".join(fact.quote for fact in record.facts))) else "unclear"


def _wanted(stage: Stage, gifts: Sequence[Gift]) -> Stage:
    """What is added: what was asked for or, of money given, what was received where any is said to have been."""
    if stage != "given":
        return stage
    stages = {gift.stage for gift in gifts}
    return next((found for found in ("received", "given", "pledged") if found in stages), "given")


def _why_not(gift: Gift, wanted: Stage, gifts: Sequence[Gift], names: Names) -> Reason | None:
    """Why an amount is not added; None where it is."""
    if gift.stage == wanted:
        return None
    if gift.stage == "given" and wanted == "received":
        others = (other for other in gifts if other.stage == "received")
        return "same" if any(_may_be_same(gift, other, names) for other in others) else None
    if gift.stage == "given":
        return "unclear"
    return "received" if gift.stage == "received" else "pledged"


def _may_be_same(one: Gift, other: Gift, names: Names) -> bool:
    """Whether two amounts are of one giver, and not for two receivers."""
    mine, theirs = (frozenset(_things(gift.record, "to", names)) for gift in (one, other))
    same_giver = not set(_things(one.record, "by", names)).isdisjoint(_things(other.record, "by", names))
    return same_giver and (not mine or not theirs or bool(mine & theirs))


def _things(record: Record, field: str, names: Names) -> Iterator[str]:
    for fact in record.facts:
        if said := fact.fields.get(field):
            yield from names.things(said) or [fold(said)]


@lru_cache(maxsize=1)
def money_stems() -> frozenset[str]:
    """Stems of the words by which a sum of money is asked for, and which say nothing of what it is for."""
    said = (
        word
        for field in ("words", "all", "given", "received", "pledged", "outlay", "budgeted")
        for word in _words(field)
    )
    return frozenset(stem for word in said for stem in terms(word)[:1])


def _words(field: str) -> list[str]:
    return str(vocabulary()["money"][field]).replace("|", " ").split()


@lru_cache(maxsize=8)
def _pattern(what: str) -> re.Pattern[str]:
    return re.compile(any_of(phrases("money", what)))
