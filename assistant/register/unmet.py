"""What to say of a list whose limits nothing on record meets: that there is none, and which limit stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.reading.matching import Matcher
from assistant.register.abouts import About
from assistant.register.filters import limits, without
from assistant.register.kinds import sorts
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register
from assistant.register.select import distinct, is_about, select
from assistant.understand import Question
from assistant.values import Filter

_KINDS = ("event", "agreement")
_LISTED = ("list", "count", "dates")
_LIFTED = ("time", "date", "sort", "name", "group")
"""Fields of limits in the order in which they are tried without: whom it was with is given up last."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A query that no record meets."""

    limits: tuple[Filter, ...]
    lifted: Filter | None
    """The limit without which there are some; None where lifting a single one is not enough."""
    near: tuple[Record, ...]
    """What there is without it, oldest first."""


def unmet(query: Query, question: Question, register: Register, matcher: Matcher, today: date) -> Unmet | None:
    """Why no record meets a query; None where the register cannot vouch for that.

    It can where it lists things of the sort asked for, and every limit is a time or a group or a name that some record of
    the kind has. A word may be said otherwise in the documents, and so may a name that the records do not have: passages
    are read for those. So they are where two kinds are named: the year of "courses under the 2022 memorandum" is not
    that of the courses.

    Args:
        query: What `select` finds nothing for.
        question: What the query was read from.
        register: Where nothing was found.
        matcher: Compares the terms of the question with those of a record.
        today: What divides past and coming events.
    """
    named = tuple(about for about in query.abouts if not all(map(register.is_own, about.terms)))
    if not _plain(query, question) or not _known(query, named, register, matcher) or not (named or query.period):
        return None
    for limit in sorted(_lifted(query), key=lambda limit: _LIFTED.index(limit.field)):
        near = distinct(select(without(query, {limit.key}), register, matcher, today))
        if near and (named or limit.field != "sort"):
            return Unmet(limits(query), limit, near)
    return Unmet(limits(query), None, ())


def _plain(query: Query, question: Question) -> bool:
    kinds = {sorts()[stem].kind for stem in question.terms if stem in sorts()} & set(_KINDS)
    listed = kinds == {query.kind} and query.form in _LISTED and set(query.states) <= {"signed"}
    return listed and not query.ending  # an agreement whose end is not on record may end then all the same


def _known(query: Query, named: Sequence[About], register: Register, matcher: Matcher) -> bool:
    """Whether there are records of the sort, and others of the kind with each of the names."""
    of_kind = register.of_kind(query.kind)
    listed = any(not query.sorts or record.sort in query.sorts for record in of_kind)
    return listed and all(
        about.field == "group"  # whose members are known, whether or not any of them is on record
        or (about.field != "word" and any(is_about(record, part, matcher) for record in of_kind))
        for about in named
        for part in (part for way in (about.ways or ((about,),)) for part in way)
    )


def _lifted(query: Query) -> list[Filter]:
    return [limit for limit in limits(query) if limit.field in _LIFTED]
