"""Whether "next", "third" or "former" stands by the same thing in a text as in the question."""

from __future__ import annotations

from assistant.concepts import qualifiers
from assistant.reading.matching import Matcher
from assistant.understand import Question
from vectorstore import find_dates, terms, words


def qualified(question: Question, text: str, matcher: Matcher) -> bool:
    """Whether every qualifier of a question stands within three words of a noun it stands by in the question."""
    if not any(stem in qualifiers() for stem in question.terms):
        return True
    asked = list(words(_without_dates(question.text)))
    there = [set(terms(word)) for word in words(text)]
    for place, word in enumerate(asked):
        stem = terms(word)[:1]
        if not stem or stem[0] not in qualifiers() or stem[0] not in matcher.same:
            continue
        nouns = [
            t for w in asked[max(0, place - 2) : place + 5] for t in terms(w)[:1] if t != stem[0] and t in matcher.same
        ]
        nouns = [noun for noun in nouns if noun not in matcher.named] or nouns
        at = [n for n, found in enumerate(there) if matcher.worth(stem[0], found)]
        if not any(
            matcher.worth(noun, there[m])
            for n in at
            for m in range(max(0, n - 3), min(len(there), n + 4))
            for noun in nouns
        ):
            return False
    return True


def _without_dates(text: str) -> str:
    """A text without its dates: "first" in «تشرين الأول» picks nothing."""
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} {text[date.end :]}"
    return text
