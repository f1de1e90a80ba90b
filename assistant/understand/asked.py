"""Reads a question, in the light of the earlier ones where it leans on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.understand.aspect import aspect_of
from assistant.understand.conversation import carry_over
from assistant.understand.countries import countries_in
from assistant.understand.names import bodies_in, names_in
from assistant.understand.question import Question
from assistant.understand.wants import further, wanted
from assistant.values import Turn
from vectorstore import WrittenDate, find_dates, fold, terms


def understand(text: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Question:
    """Read a question, in the light of the earlier ones where it leans on them."""
    earlier = [turn.content for turn in history if turn.role == "user"]
    carried = carry_over(text, earlier)
    standalone, own = _without_aside(carried.text), _without_aside(carried.own)
    aspect, said = aspect_of(text)
    return Question(
        text=text,
        standalone=standalone,
        language=carried.language,
        wants=carried.wants,
        terms=tuple(dict.fromkeys(terms(standalone))),
        own_terms=tuple(dict.fromkeys(terms(own))),
        names=_names(standalone),
        dates=tuple(date for date in find_dates(standalone) if not _is_amount(standalone, date)),
        also=further(text, carried.wants),
        as_of=as_of,
        leans=carried.leans,
        before=carried.before,
        aspect=aspect,
        aside=frozenset(terms(said)),
        told=carried.told,
        earlier=tuple(earlier),
    )


def _names(text: str) -> tuple[str, ...]:
    """The names in a question; that of a country is one, with or without capitals, whatever words it has."""
    countries = countries_in(text)
    parts = {fold(word) for name in countries for word in re.findall(r"[\w-]+", name)}
    others = [name for name in (*names_in(text), *bodies_in(text)) if fold(name) not in parts]
    return tuple(dict.fromkeys([*others, *countries]))


_ASIDE = re.compile(
    r"(?:,|\band\b|\bet\b|(?<=\s)و)\s*(?:(?:in|as|with|en|à|ب)\s+)?(?:what|which|quel(?:le)?s?|ما(?:هي|\s+هي|\s+هو)?|أي|بأي)\s+"
    r"(?:(?:was|is|est|était|sont)\s+)?(?:(?:his|her|their|the|son|sa|leur|la|le)\s+)?"
    r"(?:role|capacity|position|title|function|qualité|fonction|titre|poste|rôle|صفة|صفته|صفتها|منصبه|منصبها|منصب|دوره|دورها)s?(?=\W*$)",
    re.IGNORECASE,
)


def _without_aside(text: str) -> str:
    """A question after a person without its "and in which role": people are always given with theirs."""
    return _ASIDE.sub("", text) if wanted(text) == "person" else text


_UNIT = re.compile(
    r"\s?(?:\$|€|%|usd|eur|dollars?|euros?|dinars?|dirhams?|fcfa|cfa|kg|km|tonnes?|people|persons|personnes|participants|دولار|يورو|دينار|درهم|شخص|مشارك)"
)
_MORE_THAN = re.compile(
    r"(?:more than|less than|over|above|below|at least|at most|up to|plus de|moins de|au moins|au plus|usd|eur|\$|€|اكثر من|اقل من)\s?$"
)


def _is_amount(text: str, date: WrittenDate) -> bool:
    """Whether what looks like a year is a sum or a number of things: "more than 2000 dollars"."""
    if not text[date.start : date.end].strip().isdigit():
        return False
    return bool(_UNIT.match(fold(text[date.end :])) or _MORE_THAN.search(fold(text[: date.start])))
