"""Other names of what a question names, as the archive itself gives them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from assistant.register.names import Names
from vectorstore import fold, terms

_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w'’]+(?:[ -][A-ZÀ-Þ][\w'’]+){1,3}")

Aliases = Mapping[str, tuple[frozenset[str], ...]]
"""For a term of a name, the terms of each other name of the same thing; all of a name's terms must stand together."""


def initials(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The names of two words and more that stand in some texts, by their initials: `kl` for Kuala Lumpur."""
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for match in _CAPITALISED.finditer(text):
            words = re.split(r"[ -]", match.group())
            for length in range(2, len(words) + 1):
                for first in range(len(words) - length + 1):
                    name = words[first : first + length]
                    found.setdefault("".join(fold(word[0]) for word in name), frozenset(terms(" ".join(name))))
    return found


def aliases(text: str, names: Names, short: Mapping[str, frozenset[str]], known: Container[str]) -> Aliases:
    """The other names of everything a text names.

    Args:
        text: A question.
        names: The names of the archive.
        short: What initials may stand for.
        known: The terms of the archive; initials that are one of them are taken as they stand.
    """
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for entity, said in names.mentions(text):
        own = frozenset(terms(said))
        others = dict.fromkeys(frozenset(terms(name)) for name in entity.names)
        kept = tuple(other for other in others if other and not own <= other)
        found.update({term: kept for term in own if kept})
    for code in map(fold, re.findall(r"\b[A-Z]{2,4}\b", text)):
        if code not in known and code in short:
            found.setdefault(code, (short[code],))
    return found


def towns_of(text: str, names: Names) -> Aliases:
    """For every term of a country that a text names, the terms of the towns in it."""
    named = [
        (frozenset(terms(said)), names.towns[country])
        for country, said in names.mentions(text)
        if country in names.towns
    ]
    return {term: towns for own, towns in named for term in own}
