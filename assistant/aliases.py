"""Other names of what a question names, as the archive itself gives them."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.register.names import Names
from vectorstore import terms

Aliases = Mapping[str, tuple[frozenset[str], ...]]
"""For a term of a name, the terms of each other name of the same thing; all of a name's terms must stand together."""


def aliases(text: str, names: Names) -> Aliases:
    """The other names of everything a text names.

    Args:
        text: A question.
        names: The names of the archive.
    """
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for entity, said in names.mentions(text):
        own = frozenset(terms(said))
        others = dict.fromkeys(frozenset(terms(name)) for name in entity.names)
        kept = tuple(other for other in others if other and not own <= other)
        found.update({term: kept for term in own if kept})
    return found
