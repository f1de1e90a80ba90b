"""Words that mean the same in the archive's three languages, from `concepts.txt`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from vectorstore import terms

_FILE = Path(__file__).with_name("concepts.txt")


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[bool, frozenset[str]], ...]:
    """Each concept's stems, and whether it is a name."""
    found = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            named = line.startswith("@")
            found.append((named, frozenset(stem for word in line.lstrip("@ ").split() for stem in terms(word)[:1])))
    return tuple(found)


@lru_cache(maxsize=1)
def concepts() -> dict[str, frozenset[str]]:
    """For each known stem, the stems of every concept it belongs to."""
    found: dict[str, set[str]] = {}
    for _, stems in _lines():
        for stem in stems:
            found.setdefault(stem, set()).update(stems)
    return {stem: frozenset(same) for stem, same in found.items()}


def is_known_name(term: str) -> bool:
    """Whether a stem is the name of a body, also where its script has no capitals."""
    return any(named and term in stems for named, stems in _lines())


def coming() -> frozenset[str]:
    """Stems of "next" in every language."""
    return same_concept("next") | {"next"}


def same_concept(term: str) -> frozenset[str]:
    """The stems that mean the same as a term, itself left out."""
    return concepts().get(term, frozenset()) - {term}


_ASKING = "summarise summarize summary résume résumer résumez لخص ملخص title name date number count stand mean meaning called list held place took lieu titre nom nombre signifie veut dire tell give full role capacity "
_ASKING += "represented represent représente représenté عنوان اسم تاريخ عدد معنى عقد موعد صفة صفته دور مثل مثلت يمثل "
_ASKING += "please kindly spell spelled short abbreviation acronym abréviation sigle signification nowadays currently actuellement "
_ASKING += "reason raison motif happen happened appelle s'appelle behalf سبب حاليا حاليًا نيابة اختصار"


@lru_cache(maxsize=1)
def asking_words() -> frozenset[str]:
    """Stems that say what kind of answer is wanted and so need not stand beside it."""
    return frozenset(stem for word in _ASKING.split() for stem in terms(word))


_QUALIFIERS = "next " + "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
_QUALIFIERS += "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"


@lru_cache(maxsize=1)
def qualifiers() -> frozenset[str]:
    """Stems of the words that pick one of several: ordinals, next, last, former."""
    stems = {stem for word in _QUALIFIERS.split() for stem in terms(word)}
    return frozenset(stems.union(*(same_concept(stem) for stem in stems)))
