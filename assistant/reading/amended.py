"""What a later text puts in the place of what a sentence says: 20 instead of 15, one town for another, somebody who takes over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading.evidence import Evidence
from vectorstore import find_dates, find_people, find_quantities, fold

_REPLACES = re.compile(
    r"\b(?:instead of|in place of|replac\w+|rather than|in lieu of|no longer|from .{1,40} to\b|(?:takes?|took|taking|taken) (?:over|(?:his|her|the) (?:seat|place|post|chair))|succe(?:eds?|eded|ssor)\b"
    r"|au lieu d|et non|non plus|(?:est|sont|a ete) confiee?s?\b|desormais\b|passe\w* d|porte\w* a|prend sa retraite|quitte\w*|en lieu et place|remplac\w+|plutot qu|(?:est|sont|etait) (?:portee?s?|ramenee?s?)\b|succede\w*|prend la (?:suite|releve))"
    r"|(?<!\w)و?(?:بدلا من|من .{1,40} الي|محل|عوضا عن|بدل|يستعاض عن|خلفا ل\w*|يخلف|خلف|تخلف)(?!\w)"
)
"""What says of a value that another stands in its place."""
_CAPITALS = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w'’-]+)(?:[ -][^\W\d_a-zà-ÿ][\w'’-]+)*")
_SHORTEST = 4
"""Letters of a name."""
_OF_IT = 0.1
"""Share of the question that such a text must tell, with what stands around it."""


def amended(best: Evidence, value: str, others: Sequence[Evidence]) -> Evidence | None:
    """The first sentence of a later document, or later in the same, that says what stands in the place of a value.

    Args:
        best: Holds the value.
        value: As it stands in it, or the whole sentence where no value was made out.
        others: What else was found.
    """
    old = set(_values(value))
    later = (e for e in others if _is_later(e, best) and e.context >= _OF_IT)
    return next((e for e in later if _puts_another(e.sentence.text, old)), None)


def _puts_another(text: str, old: set[str]) -> bool:
    """Whether a text names an old value as one that is replaced, and another of the same kind with it."""
    folded = fold(text)
    if not _REPLACES.search(folded):
        return False
    said = set(_values(text))
    told = {value for value in old if value in said or (not value[0].isdigit() and value in folded)}
    return bool(told) and any(
        one not in old and one[0].isdigit() == kind for kind in {v[0].isdigit() for v in told} for one in said
    )


def _is_later(e: Evidence, best: Evidence) -> bool:
    if e.sentence.document == best.sentence.document:
        return e.sentence.start > best.sentence.start
    return (e.passage.source.date or "") > (best.passage.source.date or "")


def _values(text: str) -> Iterator[str]:
    """Numbers of two digits and more, days, and names, as they can be compared."""
    for day in find_dates(text):
        yield f"{day.year}-{day.month}-{day.day}"
    for quantity in find_quantities(text):
        number = "".join(c for c in fold(text[quantity.start : quantity.end]) if c.isdecimal())
        if len(number) > 1:
            yield number
    names = [match.group() for match in _CAPITALS.finditer(text)] + [p.name(text) for p in find_people(text)]
    yield from (fold(name) for name in names if len(name) >= _SHORTEST)
    yield from (fold(person.name(text).split()[-1]) for person in find_people(text))
