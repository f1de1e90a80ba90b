"""Whether "next", "third" or "former" stands by the same thing in a text as in the question."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.concepts import qualifiers
from assistant.gate import rank_of
from assistant.reading.matching import Matcher
from assistant.understand import Question
from vectorstore import find_dates, fold, stopwords, terms, words


def qualified(question: Question, text: str, matcher: Matcher) -> bool:
    """Whether every qualifier of a question stands within three words of a noun it stands by in the question.

    An ordinal is the same however it is written: "seventeenth", "17th", «dix-septième», «XVIIe» and «السابعة عشرة».
    """
    asked, ranked = _asked(question.text)
    if not ranked and not any(stem in qualifiers() for stem in question.terms if stem not in question.aside):
        return True
    said = _words(text)
    there = [set(terms(word)) for word in said]
    for place, word in enumerate(asked):
        stem = next(iter(terms(word)), "")
        rank = rank_of(asked, place)
        if stem in question.aside or (rank is None and (stem not in qualifiers() or stem not in matcher.same)):
            continue
        nouns = [
            t for w in asked[max(0, place - 2) : place + 5] for t in terms(w)[:1] if t != stem and t in matcher.same
        ]
        nouns = [noun for noun in nouns if noun not in matcher.named] or nouns
        if rank is None:
            at = [n for n, found in enumerate(there) if matcher.worth(stem, found)]
        else:
            at = [n for n, other in enumerate(said) if rank_of(said, n) == rank or other == str(rank)]
        if not any(
            matcher.worth(noun, there[m])
            for n in at
            for m in range(max(0, n - 3), min(len(there), n + 4))
            for noun in nouns
        ):
            return False
    return True


@lru_cache(maxsize=64)
def _asked(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a question, which every sentence is compared with, and the ordinals among them."""
    asked = tuple(_words(_without_dates(text)))
    return asked, tuple(rank for n in range(len(asked)) if (rank := rank_of(asked, n)) is not None)


def of_another(question: str, title: str) -> bool:
    """Whether a title has an ordinal, and a question another one: the report of the eighth session, asked for the eleventh."""
    (_, asked), (_, there) = _asked(question), _asked(title)
    return bool(asked and there) and set(asked).isdisjoint(there)


def of_series(question: Question) -> bool:
    """Whether a question asks for one of a series by a number from three on; "first" and "second" pick in other ways, too."""
    _, ranked = _asked(question.text)
    return bool(_numbered(question.text)) or any(rank > _PICKED for rank in ranked)


def _words(text: str) -> list[str]:
    """The words of a text, numbers in Roman capitals as ordinals in digits."""
    return list(words(_ROMAN.sub(lambda found: f"{_value(found['number'])}th", text)))


def _value(roman: str) -> int:
    values = [_LETTERS[letter] for letter in roman]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


_PICKED = 2
_LETTERS = {"I": 1, "V": 5, "X": 10}
_ROMAN = re.compile(r"\b(?P<number>(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3}))(?:e|ème|th)?(?!\w)")
"""A number of two to six capitals, as sessions and volumes have them; one letter alone is more often none."""
_NUMBERED = re.compile(
    r"(?<![\w-])(?P<noun>[^\W\d_]{4,})\s+(?:(?:no|n°|number|numero|رقم)\.?\s*)?(?P<number>\d{1,2})(?![\w%]|[.,:/–-]\d|\s?(?:to|a|and|et|or|ou|الي|و)\s?\d)(?P<next>\s+[^\W\d_]+)?"
)
"""A thing of a series by its number: "cohort 5", «الدفعة 3»; not a number that counts what comes behind it, nor a range."""


def same_number(asked: str, text: str) -> bool:
    """Whether a text is not about another one of a numbered series than a question: cohort 6 where cohort 5 is asked about."""
    for noun, number in _numbered(asked):
        there = {other for stem, other in _numbered(text) if stem == noun}
        if there and number not in there:
            return False
    return True


@lru_cache(maxsize=4_096)
def _numbered(text: str) -> frozenset[tuple[str, str]]:
    found = set()
    for match in _NUMBERED.finditer(fold(_without_dates(text))):
        after = (match["next"] or "").strip()
        counts = after not in stopwords() and (after.endswith(("s", "x", "people")) or not after.isascii())
        stem = terms(match["noun"])[:1]
        if stem and not counts and match["noun"] not in stopwords():
            found.add((stem[0], match["number"].lstrip("0")))
    return frozenset(found)


def _without_dates(text: str) -> str:
    """A text without its dates: "first" in «تشرين الأول» picks nothing."""
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} {text[date.end :]}"
    return text
