"""Money that was spent or set aside: what of it can be added up, and what cannot, for it would count the same money twice.

What was spent is never added to what was planned, a first figure to the final one, a total to its parts, nor what a course cost to what
its programme spent: the rows of one table are added or, where single things are asked for, what each of them cost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from assistant.reading.matching import Matcher
from assistant.register.gifts import Gift, Purse, Reason, Stage, says
from assistant.register.outlays import Outlay, outlays_meant
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register
from vectorstore import DocumentInfo

_LEAST = 2
"""Amounts to add, at least; one alone is read where it is said."""
_TOTAL = re.compile(
    r"\W*(?:grand |sub-?)?(?:total|totaux|sum|somme|ensemble|overall|المجموع|الاجمالي|مجموع|اجمالي)(?!\w)"
)


def spent_stage(folded: str) -> Stage:
    """Whether a folded question is for money set aside or for money spent."""
    return "budgeted" if says("budgeted", folded) and not says("outlay", folded) else "spent"


def add_spending(
    query: Query, stage: Stage, register: Register, matcher: Matcher, documents: Mapping[str, DocumentInfo]
) -> Purse | None:
    """The sum of what was spent or set aside; None where less than two amounts can be added, or a table is not whole.

    Args:
        query: What the money is for, and when it was spent.
        stage: `spent` or `budgeted`.
        register: Where to look.
        matcher: Compares the terms of the question with those of a record.
        documents: What is known of each document, by path.
    """
    meant = outlays_meant(query, register, matcher, documents)
    rows = [outlay for outlay in meant if outlay.table and outlay.gift.stage == stage]
    if rows and not query.sorts:
        if query.period is None and not query.abouts:
            return None  # every table is of a year of its own
        return _of_table(rows, meant, stage, whole=not query.abouts)
    return _of_things([outlay for outlay in meant if outlay.table is None], stage)


def _of_table(rows: Sequence[Outlay], meant: Sequence[Outlay], stage: Stage, *, whole: bool) -> Purse | None:
    """The rows of the one table that holds; its total is none of them, but must be what they come to."""
    best = max(rows, key=lambda outlay: (outlay.newest, outlay.table))
    own = [outlay for outlay in rows if outlay.table == best.table]
    added = [outlay for outlay in own if not _TOTAL.match(outlay.label)]
    totals = {outlay.gift.amount for outlay in own if _TOTAL.match(outlay.label)}
    if whole and totals and sum(outlay.gift.amount for outlay in added) not in totals:
        return None
    left: dict[Reason, list[Record]] = {}
    for outlay in _told_once([outlay for outlay in meant if outlay not in own]):
        if outlay.table is None or outlay.gift.stage == stage:
            left.setdefault(_beside_table(outlay, stage, best, totals), []).append(outlay.gift.record)
    return _purse(stage, added, left)


def _told_once(outlays: Sequence[Outlay]) -> list[Outlay]:
    """Amounts, a table by its total where it has one."""
    totalled = {outlay.table for outlay in outlays if outlay.table and _TOTAL.match(outlay.label)}
    return [outlay for outlay in outlays if outlay.table not in totalled or _TOTAL.match(outlay.label)]


def _beside_table(outlay: Outlay, stage: Stage, best: Outlay, totals: Collection[int]) -> Reason:
    """Why an amount is not added to the rows of a table."""
    if outlay.gift.amount in totals:
        return "same"
    if outlay.gift.stage != stage:
        return "budgeted" if stage == "spent" else "spent"
    if outlay.table is None:
        return "part"
    return "older" if outlay.newest < best.newest else "other"


def _of_things(meant: Sequence[Outlay], stage: Stage) -> Purse | None:
    """What each thing cost, by the document that holds."""
    left: dict[Reason, list[Record]] = {}
    held: dict[str, Outlay] = {}
    for outlay in sorted(meant, key=lambda one: one.newest, reverse=True):
        other = held.get(outlay.thing)
        if outlay.gift.stage != stage:
            left.setdefault("budgeted" if stage == "spent" else "spent", []).append(outlay.gift.record)
        elif other is not None and other.gift.amount != outlay.gift.amount:
            left.setdefault("older", []).append(outlay.gift.record)
        elif other is None and any(_same_money(outlay.gift, one.gift) for one in held.values()):
            left.setdefault("same", []).append(outlay.gift.record)
        elif other is None:
            held[outlay.thing] = outlay
    return _purse(stage, sorted(held.values(), key=lambda one: one.newest[1]), left)


def _purse(stage: Stage, added: Sequence[Outlay], left: Mapping[Reason, Sequence[Record]]) -> Purse | None:
    if len(added) < _LEAST:
        return None
    return Purse(stage, tuple(outlay.gift for outlay in added), {why: tuple(found) for why, found in left.items()})


def _same_money(one: Gift, other: Gift) -> bool:
    return one.amount == other.amount and one.currency == other.currency
