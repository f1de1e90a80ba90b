"""Makes a question false by swapping one name or year, and makes sure that it is false.

A swap is taken only if no document could bear the new question out: none that says the new name or year also holds the rarest
other word of the question, or half of its other words; and none that holds the expected answer says it at all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.evaluation.probes.texts import Texts
from assistant.evaluation.values import Case
from assistant.understand import wanted
from vectorstore import fold, month_number, terms

_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")
_OPEN_ENDED = re.compile(r"(?:since|after|before|depuis|apr[eè]s|avant|منذ|بعد|قبل)\W+(?:\w+\W+)?$", re.IGNORECASE)
"""Words before a year that make other years true as well."""
_NEAR_YEARS = (-1, 1, -2, 2, -3, 3, -4, 4)
_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]{3,}(?![\w-])"
_NOT_JOINED = r"(?<!\sand\s)(?<!\set\s)"
Sort = Literal["name", "year"]
Form = Literal["short", "code", "words", "arabic"]
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("code", re.compile(r"(?<![\w-])(?=[\w-]*[A-Z][\w-]*[A-Z])[A-Z]\w*-\w[\w-]*")),
    ("short", re.compile(r"(?<![\w-])[A-Z]{3,}(?![\w-])")),
    (
        "words",
        re.compile(rf"(?<=[^\W_][\s.'’]){_NOT_JOINED}{_WORD}(?:\s{_WORD})*(?!\s(?:and|of|et|de|du|des)\s[A-ZÀ-Þ])"),
    ),
    ("arabic", re.compile(r"(?<!\w)(?!ال)[\u0620-\u064a]{4,}")),
)


@dataclass(frozen=True, slots=True)
class Swap:
    """A question made false: `false` stands where `true` stood."""

    sort: Sort
    question: str
    true: str
    false: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question, with where it stands and the form it has."""

    text: str
    form: Form
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to swap for each other."""

    names: tuple[Name, ...]

    @classmethod
    def of(cls, questions: Iterable[tuple[str, str]], texts: Texts) -> Pool:
        """The names in questions given with their language."""
        return cls(tuple(name for question, language in questions for name in names_of(question, language, texts)))

    def instead_of(self, name: Name, seed: str) -> Iterator[str]:
        """Other names of the same form, length and language, always in the same order for the same seed."""
        alike = {other.text for other in self.names if other.form == name.form and _alike(other, name)}
        for text in sorted(alike, key=lambda text: hashlib.sha256(f"{seed} {text}".encode()).digest()):
            if fold(text) != fold(name.text):
                yield text


def names_of(question: str, language: str, texts: Texts) -> list[Name]:
    """The names of a question by their form: codes, short names, capitalised words inside a sentence, Arabic words that sound like one."""
    found: list[Name] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(question):
            taken = any(match.start() < name.end and name.start < match.end() for name in found)
            if not taken and month_number(match.group()) is None and texts.is_name(match.group()):
                found.append(Name(match.group(), form, language, *match.span()))
    return found


def _alike(one: Name, other: Name) -> bool:
    if one.form != "words":
        return True
    return one.language == other.language and len(one.text.split()) == len(other.text.split())


def swaps(case: Case, texts: Texts, pool: Pool) -> Iterator[Swap]:
    """At most one swap of a name and one of a year that make the case's question false.

    Asking what a name means is never false, whichever the name.
    """
    meaning = wanted(case.question) in ("expansion", "definition")
    for name in names_of(case.question, case.language, texts) if not meaning else ():
        instead = next((n for n in pool.instead_of(name, case.id) if _is_false(case, name.text, n, texts)), None)
        if instead is not None:
            yield Swap("name", _put(case.question, name.start, name.end, instead), name.text, instead)
            break
    for year in _YEAR.finditer(case.question):
        if _OPEN_ENDED.search(case.question[: year.start()]):
            continue
        others = (str(int(year.group()) + step) for step in _NEAR_YEARS)
        instead = next((other for other in others if _is_false(case, year.group(), other, texts)), None)
        if instead is not None:
            yield Swap("year", _put(case.question, *year.span(), instead), year.group(), instead)
            break


def _is_false(case: Case, true: str, false: str, texts: Texts) -> bool:
    saying = texts.saying(false)
    if saying & set(case.documents) or fold(false) in fold(case.question):
        return False
    others = {term: texts.holding(term) for term in terms(case.question) if term not in terms(true)}
    known = {term: holding for term, holding in others.items() if holding}
    if not known:
        return False
    rarest = min(known.values(), key=len)
    half = len(known) / 2
    return not saying & rarest and all(sum(path in held for held in known.values()) < half for path in saying)


def _put(question: str, start: int, end: int, instead: str) -> str:
    return question[:start] + instead + question[end:]
