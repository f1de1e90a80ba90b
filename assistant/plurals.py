"""The other number of an Arabic noun: its plural where it is one, its singular where it is many."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from vectorstore import fold, terms

_FILE = Path(__file__).with_name("plurals.txt")
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_SHORTEST = 3
"""Letters of a stem that is not told from another one by an ending of one letter."""


def other_number(term: str, word: str) -> frozenset[str]:
    """The stems that a noun has in the other number; none where the term is not Arabic.

    Args:
        term: The stem.
        word: What it is the stem of.
    """
    if not _ARABIC.fullmatch(term):
        return frozenset()
    return (_irregular().get(term, frozenset()) | _with_ending(term, word)) - {term}


def _with_ending(term: str, word: str) -> frozenset[str]:
    """The stem of a noun in "ة", of which a plural in "ات" leaves an "ا" more; and the other way about."""
    if word.endswith("ة"):
        return frozenset([f"{term}ا"])
    return (
        frozenset([term[:-1]]) if word.endswith("ات") and term.endswith("ا") and len(term) > _SHORTEST else frozenset()
    )


@lru_cache(maxsize=1)
def _irregular() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in fold(_FILE.read_text(encoding="utf-8")).splitlines():
        if line and not line.startswith("#"):
            forms = frozenset(stem for word in line.split() for stem in terms(word)[:1])
            for form in forms:
                found[form] = found.get(form, frozenset()) | forms
    return found
