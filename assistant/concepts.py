"""Words that mean the same in the archive's three languages, from `concepts.txt`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.arabic import is_arabic, root, uninflected
from vectorstore import fold, stems, stopwords, terms, words

_FILE = Path(__file__).with_name("concepts.txt")
_LANGUAGES = ("en", "fr", "ar")
"""In the order of the file's columns."""


@dataclass(frozen=True, slots=True)
class Concept:
    """The stems of the words for one thing, by language."""

    stems: dict[str, frozenset[str]]
    named: bool
    """Whether the words are names."""

    @property
    def all(self) -> frozenset[str]:
        """Its stems in every language."""
        return frozenset().union(*self.stems.values())


@lru_cache(maxsize=1)
def _concepts() -> tuple[Concept, ...]:
    lines = [line.strip() for line in fold(_FILE.read_text(encoding="utf-8")).splitlines()]
    columns = [_columns(line) for line in lines if line and not line.startswith("#")]
    stemmed = stems({form for _, said in columns for forms in said.values() for form in forms})
    return tuple(
        Concept({language: frozenset(stemmed[form] for form in forms) for language, forms in said.items()}, named)
        for named, said in columns
    )


def _columns(line: str) -> tuple[bool, dict[str, frozenset[str]]]:
    """Whether a folded line holds names, and the forms of its words by language."""
    columns = zip(_LANGUAGES, line.lstrip("@ ").split("|"), strict=True)
    return line.startswith("@"), {language: frozenset(_forms(said, language)) for language, said in columns}


def _forms(said: str, language: str) -> Iterator[str]:
    for word in said.split():
        whole = next(words(word), "") if "'" in word else word
        if whole and whole not in stopwords():
            yield whole
            if language == "ar":
                yield from _inflected(whole)


def _inflected(word: str) -> Iterator[str]:
    """An Arabic word as it stands in texts where its stem alone does not tell: after "for", a verb's other persons, and several people of a sort."""
    yield f"ل{word.removeprefix('ال')}"
    if word.startswith("ي") and len(word) > 3:
        yield f"ت{word[1:]}"
        yield f"س{word}"
        yield f"ست{word[1:]}"
    if word.endswith("ي") and len(word) > 3:
        yield f"{word}ين"  # of people: Iraqis
        yield f"{word}ون"


@lru_cache(maxsize=1)
def _by_stem() -> dict[tuple[str, str], tuple[Concept, ...]]:
    """The concepts that a stem of a language belongs to."""
    found: dict[tuple[str, str], list[Concept]] = {}
    for concept in _concepts():
        for language, of_language in concept.stems.items():
            for one in of_language:
                found.setdefault((language, one), []).append(concept)
    return {key: tuple(concepts) for key, concepts in found.items()}


@lru_cache(maxsize=1)
def everyday() -> frozenset[str]:
    """Every known stem that is not a name's."""
    return frozenset().union(*(concept.all for concept in _concepts() if not concept.named))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset().union(*(concept.all for concept in _concepts() if concept.named))


def is_known_name(term: str) -> bool:
    """Whether a stem is the name of a body or a place and nothing else, also where its script has no capitals."""
    return term in _names() and term not in everyday()


@lru_cache(maxsize=50_000)
def same_concept(term: str, language: str | None = None) -> frozenset[str]:
    """The stems that mean the same as a term, itself left out.

    Args:
        term: A stem.
        language: The one it is most likely a word of: `pays` is a country in French, and has to do with money in English. What
            means nearly the same in it is then left out, since documents of that language say one thing and not the other.
    """
    return frozenset().union(*_elsewhere(_meant(term, language), language)) - {term}


@lru_cache(maxsize=50_000)
def translations(term: str, language: str) -> frozenset[str]:
    """The stems that mean the same as a term in the other languages; a stem that is both languages' is none."""
    own = _meant(term, language)
    others = frozenset().union(*_elsewhere(own, language))
    return others.difference(*(concept.stems[language] for concept in own)) - {term}


def _meant(term: str, language: str | None) -> Sequence[Concept]:
    """The concepts of a stem in a language; where that has none, or none is given, in any.

    Where a language is given, an Arabic word that no line holds is taken for one of the same form, or else of the same root:
    enough to find what is asked, and too little to say that it is no name.
    """
    known = _by_stem()
    if language and is_arabic(term):
        return known.get(("ar", term)) or _of_same_form().get(uninflected(term)) or _of_root().get(root(term), ())
    return known.get((language or "", term)) or [c for of in _LANGUAGES for c in known.get((of, term), ())]


@lru_cache(maxsize=1)
def _of_same_form() -> dict[str, tuple[Concept, ...]]:
    """The concepts that an Arabic word belongs to, by its form without endings."""
    return _arabic_by(uninflected)


@lru_cache(maxsize=1)
def _of_root() -> dict[str, tuple[Concept, ...]]:
    return _arabic_by(root)


def _arabic_by(key: Callable[[str], str]) -> dict[str, tuple[Concept, ...]]:
    found: dict[str, list[Concept]] = {}
    for (language, stem), concepts in _by_stem().items():
        if language == "ar":
            found.setdefault(key(stem), []).extend(concepts)
    return {kept: tuple(concepts) for kept, concepts in found.items()}


def _elsewhere(concepts: Iterable[Concept], language: str | None) -> Iterator[frozenset[str]]:
    """The stems of concepts in every language but one."""
    return (stems for concept in concepts for of, stems in concept.stems.items() if of != language)


_NTH = re.compile(r"\d+(?:st|nd|rd|th|e|er|re)")


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, frozenset[str]]:
    """The stems of each ordinal, in letters and in digits, by each of them."""
    ordinals = (concept.all for concept in _concepts() if any(map(_NTH.fullmatch, concept.all)))
    return {stem: same for same in ordinals for stem in same}


def same_ordinal(term: str) -> frozenset[str]:
    """An ordinal as it may be written in any of the languages, in letters or in digits; empty for another word."""
    return _ordinals().get(term, frozenset())


def coming() -> frozenset[str]:
    """Stems of "next" in every language."""
    return same_concept("next") | {"next"}


_ASKING = "summarise summarize summary résume résumer résumez لخص ملخص title name date number count stand mean meaning called list held place took lieu titre nom nombre signifie veut dire tell give full role capacity "
_ASKING += "represented represent représente représenté عنوان اسم تاريخ عدد معنى عقد موعد صفة صفته دور مثل مثلت يمثل "
_ASKING += "please kindly spell spelled short abbreviation acronym abréviation sigle signification nowadays currently actuellement "
_ASKING += "reason raison motif happen happened appelle s'appelle behalf سبب حاليا حاليًا نيابة اختصار "
_ASKING += "much many per since because actually exactly please compte بلغ بلغت حول يعقد تعقد ستعقد سيعقد انعقد انعقدت أقيم أقيمت تقام تم جرى جرت الذي التي لدى مقدار طيب come came comes venu venus viennent جاء جاؤوا taken prise prises pris اتخذ اتخذت اتخذها خرج خرجت "
_ASKING += "لو سمحت سمحتم فضلك فضلكم رجاء أرجو شكرا svp stp plaît pls plz thanks merci"


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
    return frozenset(stems.union(*(same_concept(stem, "en") for stem in stems)))
