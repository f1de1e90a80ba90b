"""Holds a sentence that a language model wrote against the words it cites.

One of the passages alone must bear the whole sentence, so that nothing can be put together from several that none of them
says: each name, date, number and role, who did what to whom, yes or no, and enough of the other words.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.amounts import is_number, unsaid_amount
from assistant.gate.content import same_language, unsupported
from assistant.gate.days import unsaid_date, without_dates
from assistant.gate.exact import holds
from assistant.gate.likeness import is_known
from assistant.gate.names import swapped, unsaid_name
from assistant.gate.polarity import turned
from vectorstore import terms, words

_SHORT = 10
"""Words."""
_KEPT = 0.65
_KEPT_OF_SENTENCE = 0.4
_TAKEN_UP = 0.8


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


def keeps(found: str, said: str) -> bool:
    """Whether other words still say what was found: its dates, its numbers, and most of its telling words.

    What was found is short, a name or a number, where it is the answer itself; of a whole sentence half will do.
    """
    if len(list(words(found))) <= _SHORT and (unsaid_date(found, said) or unsaid_amount(found, said)):
        return False
    told = [stem for stem in dict.fromkeys(terms(without_dates(found))) if not is_number(stem)]
    kept = sum(is_known(stem, set(terms(said))) for stem in told)
    return bool(said) and kept >= (_KEPT if len(told) <= _SHORT else _KEPT_OF_SENTENCE) * len(told)


def takes_up(question: str, conversation: Sequence[str]) -> bool:
    """Whether a question has no name, date or number that the conversation has not, and hardly another word."""
    said = " ; ".join(conversation)
    if unsaid_date(question, said) or unsaid_amount(question, said):
        return False
    if unsaid_name(question, said, "", same_language=same_language(question, said)):
        return False
    told = dict.fromkeys(terms(without_dates(question)))
    return bool(told) and sum(is_known(stem, set(terms(said))) for stem in told) >= _TAKEN_UP * len(told)


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
