"""The people a line names, with their names in full as the document gives them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.extract.bare_names import bare_names
from ingest.extract.lines import Line
from vectorstore import find_people, fold, stopwords

_NOT_A_NAME = frozenset(
    fold(word)
    for word in [
        "Chairman",
        "Chairwoman",
        "Chairperson",
        "President",
        "Chair",
        "Speaker",
        "Director",
        "Secretary",
        "General",
        "Deputy",
        "Minister",
        "Ambassador",
        "Rector",
        "Excellency",
        "Colleagues",
        "Colleague",
        "Sir",
        "Madam",
        "Sirs",
        "Président",
        "Présidente",
        "Directeur",
        "Directrice",
        "Ministre",
        "Secrétaire",
        "Général",
        "Recteur",
        "Head",
        "Chief",
        "Coordinator",
        "Coordinateur",
        "Coordinatrice",
        "Professor",
    ]
)
_ARABIC_STOP = frozenset(
    [
        "ان",
        "على",
        "علي",
        "في",
        "من",
        "الى",
        "الي",
        "عن",
        "الذي",
        "التي",
        "مع",
        "قد",
        "بان",
        "ما",
        "هو",
        "هي",
        "كما",
        "ثم",
        "بعد",
        "قبل",
        "حتى",
        "حتي",
        "منذ",
        "مدير",
        "مديره",
        "مديرا",
        "رئيس",
        "رئيسه",
        "منسق",
        "منسقه",
        "وزير",
        "وزيره",
        "خبير",
        "خبيره",
        "امين",
        "مستشار",
        "مستشاره",
        "ممثل",
        "ممثله",
        "عضو",
        "المدير",
        "المديره",
        "الرئيس",
        "الرئيسه",
        "المنسق",
        "المنسقه",
        "الامين",
        "الامينه",
        "الوزير",
        "الوزيره",
        "العام",
        "العامه",
        "لمده",
        "بصفته",
        "بصفتها",
        "لدي",
        "لدى",
        "وهو",
        "وهي",
        "وقد",
        "كلمه",
        "عرضا",
    ]
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person at `text[start:end]` of a line, form of address included."""

    start: int
    end: int
    honorific: str | None
    name: str
    """In full where the document gives the full name, else as written here."""


@dataclass(frozen=True, slots=True)
class Place:
    """A person in a line, with what stands before and after the name."""

    line: Line
    named: Named
    before: str
    """Folded, since the person before."""
    after: str
    """Folded, as far as the line goes."""
    follows: Named | None
    """The person named before in the line."""


@dataclass(frozen=True, slots=True)
class FullNames:
    """The full names of a document by folded surname; a surname two people share is not resolved."""

    by_surname: Mapping[str, str]
    bare: re.Pattern[str] | None
    """The names that are known to be of people without a form of address."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> FullNames:
        """Collect the names of two words and more."""
        bare = bare_names(lines)
        found: dict[str, set[str]] = {}
        titled = (name for line in lines for _, _, _, name in _people(line.text))
        for name in (*titled, *sorted(bare)):
            words = name.split()
            if len(words) > 1:
                found.setdefault(fold(words[-1]), set()).add(name)
        return cls({surname: _one(names) for surname, names in found.items() if _one(names)}, _any_of(bare))

    def _all(self, text: str) -> list[tuple[int, int, str | None, str]]:
        """Everybody named in a text, with a form of address or known without."""
        bare = self.bare.finditer(text) if self.bare else ()
        named = [*_people(text), *((*match.span(), None, match.group()) for match in bare)]
        return sorted(named, key=lambda one: (one[0], -one[1]))

    def find(self, text: str) -> list[Named]:
        """The people a line names, in order."""
        found: list[Named] = []
        for start, end, honorific, name in self._all(text):
            words = name.split()
            arabic = "\u0621" <= name[0] <= "\u064a"
            if arabic and len(words) == 2 and fold(words[0]) in self.by_surname:
                end -= len(name) - len(words[0])
                name = words[0]
            if found and start < found[-1].end:
                continue
            full = self.by_surname.get(fold(name)) if " " not in name else None
            found.append(Named(start, end, honorific, full or name))
        return found


def _any_of(names: frozenset[str]) -> re.Pattern[str] | None:
    """A pattern for some names, the longest first; none where there is no name."""
    written = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(rf"(?:(?<![\w-])|(?<=(?<!\w)[ولب]))(?:{written})(?![\w-])") if names else None


@lru_cache(maxsize=16384)
def _people(text: str) -> tuple[tuple[int, int, str | None, str], ...]:
    found: list[tuple[int, int, str | None, str]] = []
    for person in find_people(text):
        honorific = text[person.start : person.bare].strip() or None
        name = _name(text[person.bare : person.end])
        if found and person.start < found[-1][1]:
            continue
        if name and (honorific or (" " in name and fold(name.split()[0]) not in stopwords())):
            if honorific and "\u0621" <= honorific[0] <= "\u064a":
                honorific = re.sub(r"^[ولبك](?=ال|د\.|سعادة|معالي)", "", re.sub(r"^لل(?=[سدأامآ])", "ال", honorific))
            found.append((person.start, person.bare + len(name), honorific, name))
    return tuple(found)


def _name(written: str) -> str:
    """The words of a name, without what the pattern took along behind it."""
    kept: list[str] = []
    for word in written.split():
        folded = fold(word)
        if folded in _NOT_A_NAME or (kept and folded in _ARABIC_STOP):
            break
        kept.append(word)
    name = " ".join(kept)
    name = re.sub(r"['’]s$", "", name)
    return name if written.startswith(name) else written if kept else ""


def _one(names: Sequence[str] | set[str]) -> str:
    """The one full name, or the longest where the others are parts of it; empty if they are different people."""
    longest = max(names, key=lambda name: (len(name), name))
    return longest if all(set(fold(n).split()) <= set(fold(longest).split()) for n in names) else ""
