"""Reads from a question how large what it asks for must be."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.bounds.bound import Bound
from assistant.bounds.patterns import (
    ASKS,
    BEHIND,
    BEST,
    JOINS,
    KINDS,
    LIMITS,
    MANY,
    MONEY,
    NOUN,
    NUMBER,
    OF_TIMES,
    ONE_TIME,
    WHAT_IS,
    Form,
    Kind,
)
from assistant.gate import amount_in
from vectorstore import fold, terms

_MEASURING = (
    "cost costs costing cost spend spends spent paid pay pays price priced last lasts lasted lasting run runs ran take takes took draw draws drew "
    "gather gathered bring brought attract attracted have has had having with receive received get got send sent worth "
    "coûte coûtent coûté dépensé dépensent payé dure durent duré réuni réunissent réunissant rassemblé accueilli compte comptent compté avec envoyé reçu "
    "كلف كلفت تكلف أنفق أنفقت استمر استمرت دام دامت ضم ضمت شارك شاركت حضر حضرت حضرها فيها بلغ بلغت أرسل أرسلت لديها"
)


_ATTACHED = 2
"""Words that a text may have more than the folded one, as folding takes signs away."""


@lru_cache(maxsize=1)
def measuring_stems() -> frozenset[str]:
    """Stems of the verbs that stand before how large something is: cost, lasted, drew."""
    return frozenset(terms(_MEASURING))


def without_bound(text: str, bound: Bound) -> str:
    """A question as it was typed, without the words that say how large something must be."""
    text = _without(text, bound.said.strip())
    return _without(text, bound.top_said) if bound.top_said else text


def _without(text: str, said: str) -> str:
    """A text without the fewest words that, folded, hold some others."""
    words = list(re.finditer(r"\S+", text))
    spans = (
        (words[first].start(), words[last].end())
        for length in range(min(len(words), len(said.split()) + _ATTACHED))
        for first in range(len(words) - length)
        for last in [first + length]
        if said in fold(text[words[first].start() : words[last].end()])
    )
    start, end = next(spans, (len(text), len(text)))
    return f"{text[:start]}{text[end:]}".strip()


@lru_cache(maxsize=32)
def bound_of(question: str) -> Bound | None:
    """How large what a question asks for must be; None where it says nothing of that, or asks for the time at which it was."""
    folded = fold(question)
    if not ASKS.search(folded) or OF_TIMES.search(folded):
        return None
    return _limited(folded) or _best(folded)


def _limited(folded: str) -> Bound | None:
    """What stands before a number or behind it, and the noun of what is counted."""
    for form, pattern in LIMITS:
        for before in re.finditer(rf"(?:{pattern})(?!\w)", folded):
            number = NUMBER.match(folded, before.end())
            if number and (bound := _of_number(form, folded, before.start(), number, number.end())):
                return bound
            if (bound := _one_of_time(form, folded, before.start(), before.end())) is not None:
                return bound
    for form, pattern in BEHIND:
        for behind in re.finditer(rf"\s{pattern}(?!\w)", folded):
            near = [n for n in NUMBER.finditer(folded) if _reaches(n.end(), behind.start(), folded)]
            for number in near:
                at = number.end() if folded[number.end() : behind.start()].strip() else behind.end()
                if bound := _of_number(form, folded, number.start(), number, at):
                    return replace(bound, said=folded[number.start() : max(behind.end(), at)])
    return None


def _one_of_time(form: Form, folded: str, start: int, end: int) -> Bound | None:
    """A time that is told without a number: more than a week, أكثر من أسبوعين."""
    found = ONE_TIME.match(folded, end)
    if found is None:
        return None
    number = 2.0 if found["two"] else 1.0
    return Bound(form, number, "time", frozenset(), folded[start : found.end()], found["unit"])


def _reaches(number: int, behind: int, folded: str) -> bool:
    """Whether at most one word, of what is counted, stands between the end of a number and what is said behind it."""
    return number <= behind and len(folded[number:behind].split()) <= 1


def _of_number(form: Form, folded: str, start: int, number: re.Match[str], end: int) -> Bound | None:
    thousands = number["scale"] == "k"
    value = amount_in(number["number"] if thousands else f"{number['number']} {number['scale']}")
    if value is None:
        return None
    noun = NOUN.match(folded, end)
    kind = _kind_of(noun["noun"]) if noun else None
    of = noun["noun"] if noun and kind not in ("time", "money") and noun["noun"] not in JOINS else ""
    of_money = bool((number["sign"] or "").strip(" %")) or MONEY.search(folded) is not None
    return Bound(
        form,
        value * 1_000 if thousands else value,
        kind or ("money" if of_money and not of else None),
        frozenset(terms(of)),
        folded[start : noun.end() if noun and (of or kind) else end],
        noun["noun"] if noun and kind == "time" else "",
    )


def _best(folded: str) -> Bound | None:
    for form, kind, pattern in BEST:
        found = re.search(pattern, folded)
        if found is None:
            continue
        of = (found.groupdict().get("of") or "") if kind is None else ""
        of = "" if of in JOINS else of
        said = found.group()
        top, top_said = _how_many(folded[: found.start()])
        before = folded[: found.start()].replace(f" {top_said} ", " ") if top_said else folded[: found.start()]
        if of and _kind_of(of) is None and WHAT_IS.search(before):
            said, of = said[: -len(of)].rstrip(), ""  # "what was the biggest course": the course is what is asked for
        kind = kind or _kind_of(of) or ("money" if MONEY.search(folded) else None)
        return Bound(form, 0.0, kind, frozenset(terms(of)), said, top=top, top_said=top_said)
    return None


def _how_many(before: str) -> tuple[int, str]:
    """How many of the largest are asked for, with the word that says it: of "which five trades got the most", five."""
    numbers = ((amount_in(word), word) for word in before.split())
    return next(((int(n), word) for n, word in numbers if n is not None and 2 <= n <= MANY), (1, ""))


def _kind_of(noun: str) -> Kind | None:
    bare = re.sub(r"^ال(?=\w{3})", "", noun)
    return next((kind for kind, said in KINDS if re.match(said, bare)), None)
