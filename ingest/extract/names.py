"""The people a line names, with their names in full as the document gives them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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


_LABELLED = re.compile(
    r"^(?i:(?:media|press) contact|contact(?: presse| person)?|editor|editor-in-chief|author|chair(?:man|woman|person)?|moderator|rapporteur|secretary|speaker|keynote|presenter|facilitator"
    r"|(?:programme |project |national )?(?:coordinator|manager|director|officer)|focal point|team leader|redaction|rédaction|rédacteur|rédactrice|auteure?|présidente?|modérateur|modératrice"
    r"|coordinateur|coordinatrice|coordonnateur|coordonnatrice|responsable|point focal|directeur|directrice)\s?:\s+"
    r"(?P<name>(?!(?:M|Mr|Mrs|Ms|Mme|Mlle|Dr|Prof|Pr|Eng|Amb|Capt|Hon|Professor|Professeure?|Madame|Monsieur)\b)[A-ZÀ-Þ](?=[\w'’-]*[a-zà-ÿ])[\w'’-]*(?: (?:(?:de|da|di|van|von|el|al|bin|ben) )?[A-ZÀ-Þ][\w'’-]+){1,3})(?=\s*(?:[,(·;]|$))",
)
"""A name without a form of address, where a label says that a person follows."""
_NO_PERSON = re.compile(
    r"\b(?:Department|Unit|Centre|Center|Team|Secretariat|Section|Division|Ministry|Office|Desk|Service|Committee|Group|Press|Media|Communications?|Agency|Council|Union"
    r"|Département|Unité|Équipe|Secrétariat|Ministère|Bureau|Comité|Agence|Conseil|Direction|Presse|Institute|Institut|University|Université|Registry|Finance)\b"
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

    @classmethod
    def of(cls, texts: Iterable[str]) -> FullNames:
        """Collect the names of two words and more."""
        found: dict[str, set[str]] = {}
        for text in texts:
            for _, _, _, name in _people(text):
                words = name.split()
                if len(words) > 1:
                    found.setdefault(fold(words[-1]), set()).add(name)
        return cls({surname: _one(names) for surname, names in found.items() if _one(names)})

    def find(self, text: str) -> list[Named]:
        """The people a line names, in order."""
        found: list[Named] = []
        for start, end, honorific, name in _people(text):
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


@lru_cache(maxsize=16384)
def _people(text: str) -> tuple[tuple[int, int, str | None, str], ...]:
    found: list[tuple[int, int, str | None, str]] = []
    labelled = _LABELLED.match(text)
    if labelled and not _NO_PERSON.search(labelled["name"]) and fold(labelled["name"].split()[0]) not in stopwords():
        found.append((labelled.start("name"), labelled.end("name"), None, labelled["name"]))
    for person in find_people(text):
        honorific = text[person.start : person.bare].strip() or None
        name = _name(text[person.bare : person.end])
        if found and person.start < found[-1][1]:
            continue
        if name and (honorific or (" " in name and fold(name.split()[0]) not in stopwords())):
            if honorific and "\u0621" <= honorific[0] <= "\u064a":
                honorific = re.sub(r"^(?:لل(?=[سدأام])|[ولبك](?=ال|د\.|سعادة|معالي))", "", honorific)
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
