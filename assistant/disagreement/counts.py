"""Another number of the same things in a sentence: "four courses", where two are on record."""

from __future__ import annotations

import re

from assistant.gate import whole_number
from assistant.register.register import Register
from assistant.register.sentence import noun_of
from assistant.register.single import Single
from assistant.understand import names_in
from vectorstore import StoredSentence, find_dates, find_quantities, fold, terms

_DONE = re.compile(
    r"\b(?:held|ran|organi[sz]ed|conducted|took place|delivered|hosted|gave|carried out)\b|\b(?:tenue?s?|eu lieu|organise\w*|anime\w*|realise\w*|mene\w*)\b|(?<!\w)(?:عقد\w*|نظم\w*|اقام\w*|اقيم\w*|نفذ\w*)(?!\w)"
)
_PART = re.compile(
    r"\b(?:of which|including|another|more|other|first|last|further|additional|of the|out of|will|plan\w*|at least|over|about|online)\b|\b(?:dont|autres?|encore|premier\w*|dernier\w*|supplementaires?|prevu\w*|environ|au moins|plus de|en ligne)\b|(?<!\w)(?:منها|اخري|اضافيه|ست\w+|مقرر\w*|نحو|اكثر)(?!\w)"
)
"""What says that only some of them are counted, or not to the last."""


def other_number(sentence: StoredSentence, single: Single, register: Register) -> str:
    """The other number that a sentence gives of all the things asked for, with the noun; empty where it gives none."""
    text, folded = sentence.text, fold(sentence.text)
    if sentence.kind == "row" or not _DONE.search(folded) or _PART.search(folded) or not _of_the_time(text, single):
        return ""
    if _names_others(text, single, register):
        return ""
    found = []
    for quantity in find_quantities(text):
        noun = re.match(r"\s*([\w-]+)", fold(text[quantity.end :]))
        named = noun_of(noun[1], french=True) if noun else None
        number = whole_number(text[quantity.start : quantity.end])
        sorted_alike = named is not None and named.sort.kind == single.query.kind
        sorted_alike = sorted_alike and named is not None and bool(set(named.sort.sorts) & set(single.query.sorts))
        if noun and number is not None and sorted_alike and named is not None and named.number != "one":
            found.append((number, text[quantity.start : quantity.end + noun.end()].strip()))
    (number, said) = found[0] if len(found) == 1 else (single.number, "")
    return said if number != single.number else ""


def _of_the_time(text: str, single: Single) -> bool:
    """Whether a text speaks of the very year asked for, or of no time where none is."""
    years = {found.year for found in find_dates(text)}
    period = single.query.period
    if period is None or not period.first or not period.last:
        return False  # of all time: each document counts to its own day
    return years == {int(period.first[:4])} and period.first[:4] == period.last[:4] and len(find_dates(text)) == 1


def _names_others(text: str, single: Single, register: Register) -> bool:
    """Whether a text names somebody or something that the question does not, and so counts for that alone."""
    asked = {term for about in single.query.abouts for term in about.terms}
    named = {term for name in names_in(text) for term in terms(name)}
    places = {term for term in terms(text) if term in register.proper.places}
    return any(term not in asked and not register.is_own(term) for term in named | places)
