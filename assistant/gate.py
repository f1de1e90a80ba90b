"""The last look at an answer: what its sources do not hold is not said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.values import Citation, Statement
from vectorstore import WrittenDate, find_dates, words


def bound(
    statements: Sequence[Statement], citations: Sequence[Citation], stored_text: Callable[[str], str]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Keep the statements whose every word, name, date and number stands in the words they cite.

    Args:
        statements: What the answer would say.
        citations: What it would cite.
        stored_text: The stored text of a document, by its path.

    Returns:
        The statements that hold, and the citations they use.
    """
    exact = {c.number: c for c in citations if stored_text(c.document)[c.start : c.end] == c.quote and c.quote.strip()}
    kept = tuple(s for s in statements if _holds(s, [exact.get(number) for number in s.citations]))
    used = {number for statement in kept for number in statement.citations}
    return kept, tuple(c for c in citations if c.number in used)


def stands_in(value: str, *quotes: str) -> bool:
    """Whether every word of a value is one of the words it is taken from."""
    return set(words(value)) <= {word for quote in quotes for word in words(quote)}


def _holds(statement: Statement, cited: Sequence[Citation | None]) -> bool:
    if not cited or any(citation is None for citation in cited):
        return False
    quotes = " ".join(citation.quote for citation in cited if citation is not None)
    dates = {_days(found) for found in find_dates(quotes)}
    rest = statement.text
    for found in reversed(find_dates(statement.text)):
        if _days(found) in dates:
            rest = rest[: found.start] + rest[found.end :]
    return bool(statement.text.strip()) and set(words(rest)) <= set(words(quotes))


def _days(found: WrittenDate) -> tuple[int | None, ...]:
    """A date by its days, however it is written."""
    last = (found.last_year, found.last_month, found.last_day)
    return (found.year, found.month, found.day, *last)
