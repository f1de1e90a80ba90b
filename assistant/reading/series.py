"""Lists of the same name in several documents, as the issues of a bulletin have them: what each of them lists is told together."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import qualifiers
from assistant.reading.choosing import Chosen
from assistant.reading.draft import Draft
from assistant.reading.itemise import LONGEST_LIST
from assistant.reading.matching import Matcher
from assistant.understand import Question
from vectorstore import fold, terms

_MOST = 5
"""Documents of a series that are told together; of more, the one that is likeliest meant."""


def with_others_of_series(question: Question, ranked: Sequence[Chosen], matcher: Matcher) -> list[Chosen]:
    """The likeliest list and those under the same heading in other documents, where what they list is asked for whenever it was.

    Args:
        question: As understood.
        ranked: The lists that may be meant, the likeliest first.
        matcher: Compares the question's terms with text.
    """
    first = ranked[0]
    whenever = not question.dates and not question.aspect and qualifiers().isdisjoint(question.own_terms)
    heading = fold("".join(first.listing.headings[-1:]))
    named = frozenset(terms(heading))
    if not (whenever and any(matcher.worth(term, named) for term in question.own_terms if term in matcher.same)):
        return [first]
    others: dict[str, Chosen] = {first.document: first}
    for one in ranked[1:]:
        if fold("".join(one.listing.headings[-1:])) == heading:
            others.setdefault(one.document, one)
    return list(others.values()) if len(others) <= _MOST else [first]


def joined(drafts: Sequence[Draft | None]) -> Draft | None:
    """What the first list says with what the others do, where all of it is short; what the first says alone where it is not."""
    first, *others = drafts
    said = [one for draft in drafts if draft is not None for one in draft.said]
    short = sum(len(one.text.split()) for one in said) <= LONGEST_LIST
    if first is None or not others or not short or any(draft is None or draft.rows for draft in drafts):
        return first
    return Draft(tuple(dict.fromkeys(said)))
