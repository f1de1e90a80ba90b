"""Where the long form begins that a short one in brackets stands for."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.defined import is_programme_family
from ingest.extract.heads import ARABIC_HEADS, HEAD, PROGRAMME
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from vectorstore import long_form

MOST_WORDS = 14

_ARABIC_START = re.compile(
    rf"(?<!\w)(?P<before>[وفبكل]?)(?P<word>(?:ال|ل)?(?:{'|'.join(ARABIC_HEADS)}|برنامج|مشروع))(?!\w)"
)
_LOWER_PROGRAMME = re.compile(r"(?<![\w-])(?:programme|projet)\s+(?:pour|de|d'|sur|des|du)[^.;:()]{3,80}$")
_CAPITALISED = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*|of|for|and|the|on|in|to|de|du|des|la|le|et|pour|d['’]\w+|l['’]\w+),?")


def start_of(line: Line, base: int, before: str, short: str) -> int | None:
    """Where the long form starts in the words before the bracket."""
    if re.search(r"[\u0621-\u064a]", before[-12:]):
        return _arabic_start(line, base, before)
    called = _LOWER_PROGRAMME.search(Plain.of(before).text)
    start = long_form(short, before)
    if called and (start is None or "-" in short):
        return called.start()
    if start is None:
        start = _field_start(short, before) if "-" in short and is_programme_family(line) else None
    if start is not None:
        return _with_head(before, start)
    capitalised = _capitalised_start(before)
    return _french_start(before) if capitalised is None else capitalised


def _french_start(before: str) -> int | None:
    """`Centre régional des petits ports et des pêches côtières`: from the noun of the body on, whatever letters follow."""
    match = _FRENCH_NAME.search(before)
    return match.start("name") if match and len(match["name"].split()) <= MOST_WORDS else None


_FRENCH_NAME = re.compile(
    r"(?:^|(?<=[\s'’]))(?P<name>(?:Centre|Conseil|Agence|Institut|Office|Organisation|Observatoire|Commission|Fédération|Chambre|Banque|Fonds|Réseau|Laboratoire|Bureau|Association|Ministère|Direction générale|Ligue|Union|Société|École|Université|Académie|Autorité)"
    r"(?: [a-zà-ÿ][a-zà-ÿ'’-]*(?:, (?=(?:de|du|des|d['’])))?|,? (?:de|du|des) [a-zà-ÿ'’-]+| [A-ZÀ-Þ][\w'’-]+){1,13})$"
)


def _with_head(before: str, start: int) -> int:
    """The noun of the institution belongs to its name, also where a short form of another language leaves it out."""
    head = re.search(r"(?<![\w'’])(?P<head>[A-ZÀ-Þ][\w'’-]*)\s+$", before[:start])
    if head and before[start].islower() and HEAD.search(Plain.of(head["head"]).text):
        return head.start("head")
    return start


def _field_start(code: str, before: str) -> int | None:
    """`poverty alleviation (PA-Reach)`: the first part of the code is the initials, or the beginning, of the field."""
    part = code.split("-")[0].lower()
    words = list(re.finditer(r"[^\W\d_]+", Plain.of(before).text))
    if len(part) > 2 and words and words[-1].group().startswith(part):
        return words[-1].start()
    tail = words[-len(part) :]
    if len(tail) == len(part) and "".join(word.group()[0] for word in tail) == part:
        return tail[0].start()
    small = [word for word in words if word.group() not in ("and", "et", "of", "de", "la", "the")][-len(part) :]
    if len(small) == len(part) and "".join(word.group()[0] for word in small) == part:
        return small[0].start()
    return None


def _arabic_start(line: Line, base: int, before: str) -> int | None:
    folded = Plain.of(before)
    found = list(_ARABIC_START.finditer(folded.text))
    if not found:
        return None
    start = found[-1].start("word")
    if folded.text[start : start + 2] == "لل":  # "for the": no name starts so
        return None
    for earlier, later in reversed(list(pairwise(found))):
        between = folded.text[earlier.end() : later.start("before")].split()
        if later["before"] == "و" or not all(word.startswith(("ال", "لل", "ل")) for word in between):
            break
        start = earlier.start("word")
    if len(folded.text[start:].split()) > MOST_WORDS:
        return None
    return folded.place(start)


def _capitalised_start(before: str) -> int | None:
    """The longest run of capitalised words that ends at the bracket and holds the noun of an institution or programme."""
    words = list(re.finditer(r"\S+", before))
    start = None
    for word in reversed(words[-MOST_WORDS:]):
        if not _CAPITALISED.fullmatch(word.group()) or (word.group().isupper() and len(word.group()) > 2):
            break
        if word.group() == "the" and start is not None and before[: word.start()].rstrip().endswith(("and", "et")):
            break
        if word.group()[0].isupper():
            start = word.start()
    if start is None or len(before[start:].split()) < 2:
        return None
    folded = Plain.of(before[start:]).text
    return start if HEAD.search(folded) or PROGRAMME.search(folded) else None
