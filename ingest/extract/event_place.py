"""Where the head of a document says that its event is: beside its day, on a line of its own, or before the dash of a press text."""

from __future__ import annotations

import re

from ingest.extract.event_title import place_alone
from ingest.extract.event_words import kind_of
from ingest.extract.lines import Line
from ingest.extract.places import VIRTUAL
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:يوم )?ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)"
_NO_PLACE = re.compile(
    rf"\b(?:{_WEEKDAY})\b|(?<!\w)(?:{_WEEKDAY})(?!\w)|\b\d{{1,2}}\s?(?:[:.h]\s?\d{{0,2}}|heures)(?:\s*(?:-|–|to|a|et)\s*\d{{1,2}}\s?(?:[:.h]\s?\d{{0,2}})?)?|\((?:gmt|utc|cet|local)[^)]*\)|\b(?:gmt|utc)\b"
)
_SMALL = re.compile(
    r"(?:بتاريخ|يوم|يومي|من|في|date|le|les|du|on|from|no\\.?|n°|ref\\.?|issue|updated|revision|version|edition)(?: .*)?"
)
_DATELINE_WORDS = re.compile(r"\b(?:le|la|les|du|au|on|the|of|from|to|and|et)\b|(?<!\w)(?:يوم|في|من)(?!\w)|[^\w\s]")
_LONGEST_PLACE, _MOST_WORDS = 90, 9


def place_beside(text: str, document_date: str | None) -> str | None:
    """What a line says beside the day: `Tunis, 11–13 June 2019`."""
    days = [when for when in find_when(text, document_date) if when.precision > 1]
    if len(days) != 1:
        return None
    before, after = text[: days[0].start], text[days[0].end :]
    for rest in (before, after):
        folded = Plain.of(rest)
        kept = "".join(rest[folded.place(a) : folded.place(b)] for a, b in _kept(folded.text)).strip(" ,،|-–—()")
        kept = place_alone(_LEADS_ON.sub("", kept))
        words = kept.split()
        is_name = bool(words) and (words[0][0].isupper() or "\u0621" <= kept[0] <= "\u064a")
        if is_name and len(words) <= _MOST_WORDS and len(kept) <= _LONGEST_PLACE and _may_be_place(kept):
            return kept
    return None


_LEADS_ON = re.compile(r"(?:[\s,]+(?:du|le|les|from|on|of|the|au|من|يوم|في))+$")


def _may_be_place(words: str) -> bool:
    folded = Plain.of(words).text
    return kind_of(words) is None and not VIRTUAL.search(folded) and not _SMALL.fullmatch(folded) and "@" not in words


def _kept(folded: str) -> list[tuple[int, int]]:
    """The spans of a text that are neither a day of the week nor a time."""
    spans, start = [], 0
    for match in _NO_PLACE.finditer(folded):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(folded))]


def place_line(opening: list[Line]) -> str | None:
    """A line right below the title that is a town and its country, and nothing else, such as `Lima, Peru`."""
    for line in opening[1:3]:
        match = _TOWN.match(line.text.strip())
        if match and _may_be_place(match["place"]):
            return match["place"]
    return None


_TOWN = re.compile(
    r"(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’-]+(?: [A-ZÀ-Þ\u0621-\u064a][\w'’-]+){0,2}[,،] [A-ZÀ-Þ\u0621-\u064a][\w'’-]+(?: [A-ZÀ-Þ\u0621-\u064a][\w'’-]+){0,2})\.?$"
)


def place_dashed(reading: Reading) -> str | None:
    """The town that the first sentence of a press text begins with, before a dash: `Lima, Peru – The course …`."""
    first = next((line for line in reading.lines if line.kind == "paragraph" and len(line.text) > _DASHED), None)
    match = _TOWN_DASHED.match(first.text) if first else None
    if first is None or match is None or _IN_A_TOWN.search(first.text[match.end() :]):
        return None
    return match["place"] if _may_be_place(match["place"]) else None


_IN_A_TOWN = re.compile(r"\b(?:in|at|à|au|aux|en) (?:the |la |le |l['’])?[A-ZÀ-Þ]|(?<!\w)(?:في|بمدينة)\s")
"""Another place in the same sentence, at which the event may be."""
_DASHED = 60
"""Signs of a sentence that may begin with the town it was written in, at least."""
_TOWN_DASHED = re.compile(
    r"(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’]+(?: [A-ZÀ-Þ][\w'’]+){0,2}(?:[,،] [A-ZÀ-Þ\u0621-\u064a][\w'’]+(?: [A-ZÀ-Þ][\w'’]+){0,2})?)(?:[,،] [^–—]{4,24})? [–—-] (?=\S)"
)


def is_dateline(text: str, when: When) -> bool:
    """Whether a line is of a place and a day or month, and nothing else: `Istanbul, November 2025`."""
    rest = _NO_PLACE.sub(" ", Plain.of(f"{text[: when.start]} {text[when.end :]}").text)
    words = _DATELINE_WORDS.sub(" ", rest).split()
    place = text[: when.start].strip(" ,،–—-")
    long = [word for word in re.findall(r"[^\W\d]{4,}", place) if not _NO_PLACE.fullmatch(Plain.of(word).text)]
    named = bool(long) and all(word[0].isupper() or not word.isascii() for word in long)
    return when.precision > 1 and named and 0 < len(words) <= _MOST_WORDS and text.find(". ") < 0
