"""What extractors share about one document: its lines, its people, its organisations and its names for things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ingest.extract.defined import Definition
from ingest.extract.definitions import definitions
from ingest.extract.heads import HEADS
from ingest.extract.lines import Line, lines_of
from ingest.extract.names import FullNames
from ingest.extract.plain import Plain
from ingest.extract.spelled import spelled
from ingest.extract.tables import total_rows
from ingest.header import header_fields
from vectorstore import Document, Fact, FactKind

_CAPITALS = re.compile(r"(?<![\w&/.-])[A-ZÀ-Þ][A-ZÀ-Þ&]{2,}(?:[-/][A-Z]{2,})*(?![\w&]|-[a-z])")
_CODE = re.compile(r"(?<![\w-])[A-Z][A-Za-z]{0,11}-[A-Z][A-Za-z]{1,11}(?![\w-])")
_SHOUTED = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{3,}\s$")
_SHOUTED_NEXT = re.compile(r"\s[A-ZÀ-Þ]{3,}(?![\w-])")
_ROMAN = re.compile(r"[IVXLC]+$")
_NO_BODY = frozenset(
    [
        "UTC",
        "GMT",
        "USD",
        "EUR",
        "GBP",
        "TRY",
        "SAR",
        "AED",
        "PDF",
        "HTML",
        "CSV",
        "TVET",
        "EFTP",
        "ICT",
        "TIC",
        "SME",
        "SMES",
        "PME",
        "MOU",
        "MOUS",
        "CEO",
        "CV",
        "FAQ",
        "COVID",
        "AIDS",
        "HIV",
        "GDP",
        "SDG",
        "SDGS",
        "ODD",
        "RSVP",
        "PV",
        "AOB",
        "TOR",
        "TORS",
        "NGO",
        "NGOS",
        "ONG",
        "TBC",
        "TBD",
        "VIP",
    ]
)
_FIRST = 2
"""Letters of a name that it is looked up by."""
_SHORT_LINE, _DATELINE = 120, 90
"""Characters: of a line that only says when, and of what stands before the day at the head of a press note."""
_TITLES = r"(?!(?:Mr|Mrs|Ms|Dr|Prof|Mme|The|Its|Their|Both|This|That|On|In|At|By|For|With|From|Her|His|Our|Their)\b)"
_WORD = rf"{_TITLES}[A-ZÀ-Þ](?=[\w'’-]*[a-zà-ÿ])[\w'’-]*"
_HEAD_WORD = "(?:" + "|".join(sorted({head.capitalize() for head in HEADS}, key=len, reverse=True)) + ")"
_PHRASE = re.compile(
    rf"(?<![\w-])(?:{_WORD}\s+(?:(?:and|for|of|et)\s+(?={_WORD}\s))?){{0,5}}{_HEAD_WORD}(?![\w-])"
    rf"(?:\s+(?:of|for|on|de|du|des|de la)(?:\s+the)?\s+{_WORD}(?:\s+(?:(?:and|et|of|de)\s+)?{_WORD}){{0,4}}){{0,2}}"
)
_FRENCH_PHRASE = re.compile(
    r"(?<![\w-])(?:Fondation|Fonds|Banque|Agence|Institut|Association|Société|Centre|Université|École|Observatoire|Fédération|Ligue|Réseau|Chambre|Académie|Cabinet)"
    rf"\s+{_WORD}(?:[\s-]{_WORD}){{0,2}}(?:\s+(?:pour|de|du|des)(?: la| le| les)?\s+[a-zà-ÿ-]{{3,20}})?(?![\w-])"
)
"""A body called by a name behind its noun: `Fonds Alizé`, `Banque Al-Wifaq pour le commerce`."""
_PROGRAMME_COLUMN = re.compile(r"^(?:programmes?|programs?|البرنامج|البرامج)$")
_ONE_CODE = re.compile(r"[A-Z][\w]*[A-Z][\w]*(?:-[A-Z]\w*)*")
_COUNTRY_COLUMN = re.compile(
    r"^(?:countr(?:y|ies)|pays|member states?|state|etats? membres?|الدوله|الدول|البلد|البلدان)$"
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation named at `text[start:end]` of a line."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read once for all extractors."""

    document: Document
    lines: tuple[Line, ...]
    names: FullNames
    defined: tuple[tuple[Line, Definition], ...]
    header: Mapping[str, str]
    bodies_known: frozenset[str]
    """Names and short forms of organisations that the document defines."""
    lengths: Mapping[str, tuple[int, ...]]
    """Of those names, by their first two letters: a word is compared with few of them, however many there are."""
    short_forms: Mapping[str | None, str | None]
    """By the long names that the document defines."""
    others_known: frozenset[str]
    """Short forms it defines for programmes and terms."""
    countries: frozenset[str]
    """The countries its tables list."""
    totals: frozenset[int]
    """The numbers of the table rows that only add up the others."""
    date: str | None
    """Of the document, where it stands as a date of its own and not just somewhere in its first sentences."""

    @classmethod
    def of(cls, document: Document) -> Reading:
        """Read a document."""
        lines = lines_of(document)
        defined = tuple((line, found) for line in lines for found in (*definitions(line), *spelled(line)))
        bodies = {
            name
            for _, d in defined
            if d.sort == "organisation"
            for name in (d.long, d.short, *d.others)
            if name is not None
        }
        others = {d.short for _, d in defined if d.sort in ("programme", "term") and d.short}
        others |= set(_programme_codes(lines)) - bodies
        return cls(
            document,
            lines,
            FullNames.of(lines),
            defined,
            header_fields(document.text, document.blocks),
            frozenset(bodies),
            _lengths(bodies),
            {definition.long: definition.short for _, definition in defined},
            frozenset(others),
            frozenset(_countries(lines)),
            total_rows(lines),
            _own_date(document),
        )

    def fact(self, kind: FactKind, start: int, end: int, page: int | None, **fields: str | None) -> Fact:
        """A fact that rests on `text[start:end]`; fields that are not said are left out."""
        said = {
            name.replace("__", ":"): " ".join(value.split())
            for name, value in fields.items()
            if value and value.strip()
        }
        document = self.document
        return Fact(kind, document.path, page, start, end, document.text[start:end], said, document.language)

    def on_line(self, kind: FactKind, line: Line, **fields: str | None) -> Fact:
        """A fact that rests on a whole line."""
        return self.fact(kind, line.start, line.end, line.page, **fields)

    def above(self, line: Line) -> Line | None:
        """The line before, in the same block or another."""
        number = line.number - 1
        while number >= 0 and self.lines[number].end > line.start:
            number -= 1
        return self.lines[number] if number >= 0 else None

    def below(self, line: Line) -> Line | None:
        """The line after, in the same block or another."""
        number = line.number + 1
        while number < len(self.lines) and self.lines[number].start < line.end:
            number += 1
        return self.lines[number] if number < len(self.lines) else None

    def earlier(self, line: Line) -> Iterator[Line]:
        """The lines before it in its block, the nearest first."""
        other = self.above(line)
        while other is not None and other.block == line.block:
            yield other
            other = self.above(other)

    def bodies(self, text: str) -> list[Body]:
        """The organisations named in the words of a line, in order, none inside another."""
        taken = [(named.start, named.end) for named in self.names.find(text)]
        found: list[Body] = []
        for start, end in self._candidates(text):
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                found.append(Body(start, end, text[start:end]))
        return sorted(found, key=lambda body: body.start)

    def _candidates(self, text: str) -> Iterator[tuple[int, int]]:
        known = [
            (-length, start)
            for start in _word_starts(text)
            for length in self.lengths.get(text[start : start + _FIRST], ())
            if text[start : start + length] in self.bodies_known and _whole(text, start, start + length)
        ]
        yield from ((start, start - shorter) for shorter, start in sorted(known))
        for pattern in (_PHRASE, _FRENCH_PHRASE):
            for match in pattern.finditer(text):
                if " " in match.group():
                    yield match.span()
        shouting = len(text.split()) > 3 and sum(map(str.isupper, text)) > 0.8 * max(1, sum(map(str.isalpha, text)))
        for match in () if shouting else _CAPITALS.finditer(text):
            code = match.group()
            beside = _SHOUTED.search(text[: match.start()]) or _SHOUTED_NEXT.match(text[match.end() :])
            if code not in self.others_known and code not in _NO_BODY and not _ROMAN.match(code) and not beside:
                yield match.span()

    @property
    def subject(self) -> str | None:
        """The code of the programme in the document's title, for a document about one programme."""
        found = self.code(self.document.title)
        return found.group() if found else None

    @property
    def programme(self) -> str | None:
        """What `the programme` is: the one of the title, or the only one that the document explains."""
        explained = {d.short or d.long for _, d in self.defined if d.sort == "programme"}
        return self.subject or (explained.pop() if len(explained) == 1 else None)

    def codes(self, text: str) -> list[str]:
        """The codes of all programmes named in these words, each once."""
        found: dict[str, None] = {}
        while (match := self.code(text)) is not None:
            found.setdefault(match.group())
            text = text[match.end() :]
        return list(found)

    def code(self, text: str) -> re.Match[str] | None:
        """The code of a programme named in these words, such as `OSH-Reach`; None if there is none."""
        for match in _CODE.finditer(text):
            if match.group() not in self.bodies_known and any(c.islower() for c in match.group()):
                return match
        for match in _CAPITALS.finditer(text):
            if match.group() in self.others_known:
                return match
        for match in re.finditer(r"(?<![\w-])[A-Z]{2,8}-[A-Z]{2,8}(?![\w-])", text):
            if match.group() not in self.bodies_known:
                return match
        return None


def _lengths(names: set[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[:_FIRST], set()).add(len(name))
    return {first: tuple(lengths) for first, lengths in found.items()}


@lru_cache(maxsize=64)
def _word_starts(text: str) -> tuple[int, ...]:
    """Where a name may start: at a word, or behind an Arabic letter that is joined to it."""
    return tuple(
        place
        for place, character in enumerate(text)
        if not character.isspace() and (place == 0 or not text[place - 1].isalnum() or text[place - 1] in "وبلف")
    )


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (after.isalnum() or (after == "-" and text[end + 1 : end + 2].isalnum())) and not (
        before.isalnum() and not ("\u0621" <= before <= "\u064a" and before in "وبلف")
    )


def _programme_codes(lines: tuple[Line, ...]) -> Iterator[str]:
    """The codes in columns of programmes."""
    for line in lines:
        for cell in line.cells() if line.kind == "row" else ():
            if _PROGRAMME_COLUMN.match(Plain.of(cell.column).text) and _ONE_CODE.fullmatch(cell.text):
                yield cell.text


def _countries(lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        if line.kind == "row":
            first = line.cells()[0]
            if _COUNTRY_COLUMN.match(Plain.of(first.column).text):
                yield first.text


_ONE_YEAR = re.compile(r"\D*(?P<year>(?:19|20)\d\d)\D*")


def _own_date(document: Document) -> str | None:
    """The date of a document, if it stands behind a label, in a short line, as a dateline, or only in its name."""
    if document.date is None or document.date_text is None:
        return document.date
    if document.kind == "annual report" and (year := _ONE_YEAR.fullmatch(document.title)):
        return year["year"]  # it tells of that year, whenever it was written and whatever day it names first
    at = document.text.find(document.date_text)
    block = next((block for block in document.blocks if block.start <= at < block.end), None)
    if block is None:
        return document.date
    before = document.text[block.start : at]
    after = document.text[at + len(document.date_text) : block.end]
    alone = block.end - block.start <= _SHORT_LINE or block.kind == "heading"
    dateline = len(before) <= _DATELINE and re.match(r"\s*[-–—:.)]", after) is not None
    deed = not before.strip() and document.kind == "minutes"
    return document.date if alone or dateline or deed or ":" in before[:_DATELINE] or DONE_AT.match(before) else None


DONE_AT = re.compile(r"(?:done|signed|made) (?:at|in)\b|fait à\b|حرر في", re.IGNORECASE)
"""Where and when a deed was signed."""
