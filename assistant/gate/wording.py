"""Holds a sentence that a language model wrote against the words it cites.

One of the passages alone must bear the whole sentence, so that nothing can be put together from several that none of them
says: each name, date, number and role, who did what to whom, yes or no, and enough of the other words.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.amounts import unsaid_amount
from assistant.gate.content import same_language, unsupported
from assistant.gate.days import unsaid_date
from assistant.gate.exact import holds
from assistant.gate.names import swapped, unsaid_name
from assistant.gate.polarity import turned
from vectorstore import words


def objection(said: str, quotes: Sequence[str], *, about: Sequence[str] = (), asked: str = "") -> str | None:
    """What speaks against a sentence, in a few words; None if its sources bear it.

    Args:
        said: The sentence, without its marks.
        quotes: The words it cites.
        about: What is shown beside each quote: the title and date of its document.
        asked: The question, whose plain words, not its names and numbers, a sentence may take up.
    """
    if not any(words(said)) or not quotes:
        return "no source"
    if holds(said, quotes):
        return None
    beside = about or [""] * len(quotes)
    objections = [_against(said, quote, shown, asked) for quote, shown in zip(quotes, beside, strict=True)]
    if None in objections:
        return None
    return objections[0]


def _against(said: str, quote: str, shown: str, asked: str) -> str | None:
    source = f"{quote} ; {shown}"
    alike = same_language(said, quote)
    if (day := unsaid_date(said, source)) is not None:
        return f"the date {day}"
    if (amount := unsaid_amount(said, source)) is not None:
        return amount
    if (name := unsaid_name(said, source, asked, same_language=alike)) is not None:
        return f"the name {name}"
    if (pair := swapped(said, quote)) is not None:
        return f"exchanged: {pair}"
    if (opposite := turned(said, quote)) is not None:
        return opposite
    if (missing := unsupported(said, source, asked)) is not None:
        return f"not in the source: {missing}"
    return None
