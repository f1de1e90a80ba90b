"""Everything that documents tell of one sort of thing, gathered from their sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.across.doings import Doing, asked_for, saying_nothing
from assistant.across.limits import Limits, days_of
from assistant.across.same import Told, grouped
from assistant.across.telling import tells
from assistant.across.units import Unit, units
from assistant.archive import Archive
from assistant.finding import Finder
from assistant.register.abouts import About, abouts_of
from assistant.register.period import find_period
from assistant.register.query import read_query
from assistant.register.register import Register
from assistant.understand import Question, asks, asks_several, head_of_noun, listed_terms, spellings
from vectorstore import fold, terms

_READ = 600
"""Chunks of which all sentences are looked at; of more, those alone that hold a word for what is asked."""
_ONE_VALUE = frozenset(["contact", "reference", "expansion", "title", "reason", "yes_no"])
_PLURAL = re.compile(r"s(?: |$)|dates|مواعيد|مهل")
_WHO = re.compile(
    r"\W*(?:(?:all |the |our |toutes? |tous |les |nos |ces |كل |جميع )*(?:people|persons|staff|members|employees|colleagues|those|everybody|personnes|personnel|agents|membres|collegues|ceux|celles|employes"
    r"|(?:ال)?(?:موظف(?:ون|ين)|عاملون|عاملين|زملاء|اشخاص)|الذين)\b|(?:who|qui|من|مين)\b)"
)
"""Who did it, or all those who did."""
_LISTS = re.compile(
    r"^\W*(?:could|can|would|will) you\b.{0,20}\b(?:list|give|name|tell|show)|^\W*(?:pou(?:vez|rriez)-vous|peux-tu)\b.{0,25}\b(?:lister|donner|citer|montrer)"
)
"""A list that is asked for politely."""
_WHAT = re.compile(r"\W*(?:what|which|quel(?:le)?s?|qu'est-ce qui|ما|ماذا|شو|وش|ايش)\b")
_SEVERAL = 2
_MOST = 40
"""Things at most; more is no answer but the archive."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is told of one sort of thing, within the limits of a question."""

    doing: Doing
    limits: Limits
    things: list[Told]
    places: frozenset[tuple[str, int]] = frozenset()
    """Where all sentences begin that tell of such a thing, also beyond the limits."""
    loosely: bool = False
    """Whether too few are within all of the limits, so that some were given up."""

    def is_meant(self, above: str) -> bool:
        """Whether this is meant rather than a list of one document, given what stands above that."""
        if self.doing.yields:
            return False
        return not self.limits.abouts or self.doing.headed.search(fold(above)) is None


class Across:
    """Gathers what the documents of one archive tell of.

    Args:
        archive: The archive.
        finder: Compares a question's words with text, and knows the register of the documents that may be used.
        today: What "last year" is told from.
    """

    def __init__(self, archive: Archive, finder: Finder, today: date) -> None:
        self._archive = archive
        self._finder = finder
        self._today = today

    def told(self, question: Question, *, strict: bool = False) -> Gathered | None:
        """What is asked for, in the order of its dates; None where a question asks for no such thing, or for one.

        Args:
            question: As understood.
            strict: Whether each sentence itself must name what the question names.
        """
        asked = asked_for(question.standalone)
        if asked is None:
            return None
        doing, words = asked
        limits = replace(self._limits(question, doing, words), strict=strict)
        if not _several(question, doing, words, limits):
            return None
        telling = [unit for unit in self._units(question, doing) if tells(unit, doing)]
        found = _within(telling, limits, at_home=doing.at_home)
        groups = grouped(found, doing, question.language)
        if len(groups) > _MOST:
            return None
        places = frozenset((unit.sentence.document, unit.sentence.start) for unit in telling)
        loosely = sum(map(limits.met, telling)) < _SEVERAL
        return Gathered(doing, limits, sorted(groups, key=_when), places, loosely)

    def as_listed(self, question: Question) -> str | None:
        """A question in the words by which the register is asked; None where the register has no such thing."""
        asked = asked_for(question.standalone)
        opening = asked[0].listed.get(question.language) if asked else None
        register = self._finder.register(question)
        if asked is None or opening is None or read_query(question, self._today, register.names, register.proper):
            return None  # what the register understands it answers, or has no answer to
        limits = self._limits(question, *asked)
        if not _several(question, *asked, limits):
            return None
        period = [limits.period.words] if limits.period else []
        return " ".join([opening, *(about.words for about in limits.abouts if about.is_name), *period])

    def _limits(self, question: Question, doing: Doing, words: str) -> Limits:
        register = self._finder.register(question)
        said = frozenset(terms(words)) | saying_nothing()
        abouts = abouts_of(question, said, register.names, register.proper)
        limiting = tuple(about for about in abouts if not (_is_own(about, register) or doing.says(about.words)))
        period = find_period(question.standalone, self._today)
        return Limits(
            limiting, period, self._finder.matcher(question), register.names, of_named=doing.of_named, moves=doing.moves
        )

    def _units(self, question: Question, doing: Doing) -> list[Unit]:
        """The sentences that may tell of something."""
        snapshot = self._archive.snapshot
        allowed = self._finder.allowed(question)
        paths = [path for path in self._archive.documents if allowed is None or path in allowed]
        if snapshot.chunk_count <= _READ:
            return list(units(snapshot, [chunk for path in paths for chunk in snapshot.chunks_of(path)]))
        known = self._archive.vocabulary.frequency
        held = snapshot.holding([term for term in known if term.startswith(doing.stems)], allowed)
        return list(units(snapshot, held)) if len(held) <= _READ else []


def _within(telling: Sequence[Unit], limits: Limits, *, at_home: bool) -> list[Unit]:
    """The sentences within the limits, or within those alone that surely are some, where more than one is found so."""
    ways = [limits, limits.loosened(), limits.anywhere() if at_home else None]
    found: list[Unit] = []
    for way in filter(None, ways):
        found = [unit for unit in telling if way.met(unit)]
        if len(found) >= _SEVERAL:
            break
    return found


def _several(question: Question, doing: Doing, words: str, limits: Limits) -> bool:
    """Whether everything of the sort is asked for, not one value of one thing."""
    if (question.wants in _ONE_VALUE and not _LISTS.search(fold(question.text))) or (
        question.wants == "date" and not _PLURAL.search(words)
    ):
        return False
    if _lists_another(question, words) and "person" in doing.needs:
        return False
    if asks_several(question) or question.wants in _ONE_VALUE or ("share" in doing.needs and _PLURAL.search(words)):
        return True
    if question.wants in ("person", "money", "number"):
        firm = [about for about in limits.abouts if about.is_firm]
        return (
            not any(about.is_name for about in firm)
            and len(firm) < _SEVERAL
            and _WHO.match(fold(question.text)) is not None
        )
    return not asks(question.text) or (len(limits.abouts) < 2 and _WHAT.match(fold(question.text)) is not None)


def _lists_another(question: Question, words: str) -> bool:
    """Whether what is listed is a place, a body or a thing of which somebody is only said: "ports that host fellows"."""
    spelled, own = spellings(question), set(terms(words))
    first = [term for term in question.own_terms if term not in saying_nothing()][:1]
    heads = [spelled.get(term, term) for term in (listed_terms(question) or first) if term not in own]
    return any(head_of_noun(head) in ("place", "body", "event", "text", "programme") for head in heads)


def _is_own(about: About, register: Register) -> bool:
    return (bool(about.terms) and all(map(register.is_own, about.terms))) or register.sounds_own(about.words)


def _when(group: Told) -> tuple[str, str, int]:
    first = group.units[0]
    days = [day for day, _ in days_of(first)]
    return (min(days, default=first.about.date or ""), first.sentence.document, first.sentence.start)
