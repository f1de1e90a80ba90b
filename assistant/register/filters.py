"""The limits of a query as a reader sees and removes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from assistant.register.query import Query
from assistant.register.typed import as_typed
from assistant.register.wording import asked
from assistant.values import Filter, Understood


def understood(query: Query, language: str) -> Understood:
    """A query in words."""
    return Understood(query.kind, query.form, asked(query.kind, query.form, language), limits(query))


def without(query: Query, keys: Collection[str]) -> Query:
    """A query with some of its limits lifted; keys that name none are passed over."""
    if "sort" in keys:
        query = replace(query, sorts=())
    if "date" in keys:
        query = replace(query, period=None)
    if "state" in keys:
        query = replace(query, states=())
    if "time" in keys:
        query = replace(query, done=None)
    if "bound" in keys:
        query = replace(query, bound=None)
    if "by" in keys:
        query = replace(query, by=None)
    return replace(query, abouts=tuple(about for about in query.abouts if about.key not in keys))


def loosened(query: Query) -> Query | None:
    """A query without the words that may be no more than the way in which it is asked.

    None where it has none or nothing else, or where it asks for one thing or a number, which any word may change.
    """
    if query.form not in ("list", "dates", "holders") or query.kind == "commitment":
        return None
    firm = tuple(about for about in query.abouts if about.is_firm)
    if len(firm) == len(query.abouts) or not (firm or query.period or query.states or query.by or query.done is False):
        return None
    return replace(
        query, abouts=firm, passed_over=(*query.passed_over, *(about for about in query.abouts if not about.is_firm))
    )


def limits(query: Query) -> tuple[Filter, ...]:
    """Everything a query is limited by, in the words that were typed."""
    return tuple(
        replace(limit, words=as_typed(re.sub(r"\s+", " ", limit.words), query.asked)) for limit in _filters(query)
    )


def _filters(query: Query) -> Iterator[Filter]:
    if query.sorts and query.said.get("sort"):
        yield Filter("sort", "sort", query.said["sort"])
    if query.period:
        yield Filter("date", "date", query.period.words)
    if query.states:
        yield Filter("state", "state", query.said.get("state", ""))
    if query.done is not None:
        yield Filter("time", "time", query.said.get("time", ""))
    if query.bound:
        yield Filter("bound", "word", query.bound.said)
    if query.by:
        yield Filter("by", "name", query.by.words)
    for about in query.abouts:
        yield Filter(about.key, about.field, about.words)
    for about in query.passed_over:
        yield Filter(about.key, about.field, about.words, applied=False)
