"""Short forms and what they stand for, where a text puts one in brackets after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from vectorstore import long_form, without_hereinafter

Sort = Literal["organisation", "unit", "programme", "term"]
"""A unit is a part of an organisation, such as a department."""

_BRACKET = re.compile(r"\(([^()]{2,160})\)")
_SHORT = re.compile(
    r"^[\"“«]?(?P<short>[A-ZÀ-Þ][\w&./-]{1,19}|[A-ZÀ-Þ]{3,8} [A-ZÀ-Þ]{3,8}|[\u0621-\u064a]{3,14})[\"”»]?$"
)
_ABBREVIATED = re.compile(r"^(?:و?اختصاره?ا?|abbreviated(?: as)?|en abrege|sigle)\s+(?P<name>.+)$")
_OTHER = re.compile(
    r"^(?:en (?:anglais|francais|arabe)|in (?:english|french|arabic)|ou|or|also|also known as|"
    r"plus connue? sous (?:le|son) (?:sigle|nom)(?: anglais| francais)?|و?بالانجليزيه|و?بالفرنسيه|و?بالعربيه|و?المعروفه?)\s+(?P<name>.+)$"
)
_WINDOW = 170
_MOST_WORDS = 14

HEADS = [
    "centre",
    "center",
    "authority",
    "agency",
    "network",
    "forum",
    "fund",
    "commission",
    "council",
    "ministry",
    "university",
    "polytechnic",
    "institute",
    "school",
    "league",
    "federation",
    "union",
    "organisation",
    "organization",
    "bank",
    "committee",
    "association",
    "foundation",
    "chamber",
    "initiative",
    "society",
    "academy",
    "laboratory",
    "secretariat",
    "bureau",
    "college",
    "corporation",
    "company",
    "office",
    "confederation",
    "alliance",
    "coalition",
    "board",
    "service",
    "court",
    "hub",
    "autorite",
    "agence",
    "reseau",
    "fonds",
    "conseil",
    "ministere",
    "universite",
    "ecole",
    "institut",
    "ligue",
    "banque",
    "comite",
    "fondation",
    "chambre",
    "societe",
    "academie",
    "laboratoire",
    "secretariat",
    "direction",
    "haut-commissariat",
    "observatoire",
    "ordre",
]
ARABIC_HEADS = [
    "مركز",
    "وكاله",
    "هييه",
    "معهد",
    "مجلس",
    "وزاره",
    "صندوق",
    "شبكه",
    "منتدي",
    "لجنه",
    "اتحاد",
    "منظمه",
    "جامعه",
    "مدرسه",
    "بنك",
    "موسسه",
    "رابطه",
    "جمعيه",
    "كليه",
    "اكاديميه",
    "مختبر",
    "مكتب",
    "جهاز",
    "ديوان",
    "غرفه",
    "سلطه",
    "دايره",
    "مبادره",
    "لجنه",
    "برلمان",
    "محكمه",
    "شركه",
    "امانه",
]
_PROGRAMME = re.compile(
    r"\b(?:programmes?|programs?|scheme|project|projet|initiative de formation|fellowships?)\b|برنامج|مشروع"
)
_UNIT = re.compile(
    r"^(?:department|unit|division|section|directorate) of (?:the )?(?:training|research|statistics and|learning|finance|administration|programmes?|communication|technical)\b|\b(?:department|unit|division|section|directorate|desk)$|^(?:departement|unite|division|section|direction|service)\b|^(?:ال)?(?:اداره|قسم|وحده|شعبه|مديريه)(?!\w)"
)
CALLED = re.compile(
    r"(?:\b(?:programme|program|project|scheme|projet)\b|برنامج|مشروع)[^.;]{0,40}(?:باسم|called|named|appele|intitule|nomme)e?\s*$"
)
_HEAD = re.compile(rf"\b(?:{'|'.join(HEADS)})s?\b|(?<!\w)(?:ال)?(?:{'|'.join(ARABIC_HEADS)})(?!\w)")
_ARABIC_START = re.compile(
    rf"(?<!\w)(?P<before>[وفبكل]?)(?P<word>(?:ال|ل)?(?:{'|'.join(ARABIC_HEADS)}|برنامج|مشروع))(?!\w)"
)
_LOWER_PROGRAMME = re.compile(r"(?<![\w-])(?:programme|projet)\s+(?:pour|de|d'|sur|des|du)[^.;:()]{3,80}$")
_LATIN_SHORT = re.compile(r"[A-Z].*[A-Z]")
_CAPITALISED = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*|of|for|and|the|on|in|to|de|du|des|la|le|et|pour|d['’]\w+|l['’]\w+),?")


@dataclass(frozen=True, slots=True)
class Definition:
    """`Long Form (SHORT, in another language Other Name, OTH)`, at `text[start:end]` of a line."""

    start: int
    end: int
    long: str
    short: str | None
    others: tuple[str, ...]
    sort: Sort


def definitions(line: Line) -> Iterator[Definition]:
    """What a line defines, in order; a bracket that defines nothing is passed over."""
    if "(" not in line.text:
        return
    people = _initialled(line)
    for match in _BRACKET.finditer(line.text):
        if match.start() in people:
            continue
        turned = _turned(line, match)
        if turned:
            yield turned
            continue
        short, others = _inside(line, match)
        if short is None and not others:
            continue
        opening = match.start()
        base = max(0, opening - _WINDOW, line.text.rfind(")", 0, opening) + 1)
        before = line.text[base:opening].rstrip()
        start = _start(line, base, before, short or others[-1])
        if start is None:
            continue
        office = _OFFICE_BEFORE.match(Plain.of(before[start:]).text)
        start += office.end() if office else 0
        long = before[start:].strip('"“”«» ')
        if len(long) < 4 or long == short or not _is_name(long):
            continue
        yield Definition(base + start, match.end(), long, short, others, sort_of(line, base + start, long, short))


def _initialled(line: Line) -> frozenset[int]:
    """The brackets of a line that hold the initials of people: `Jane Doe (JD), Ali Ben Omar (ABO)`."""
    found = [
        match.start("bracket")
        for match in _INITIALS.finditer(line.text)
        if "".join(word[0] for word in match["name"].split()) == match["initials"]
        and not _HEAD.search(Plain.of(match["name"]).text)
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


def _turned(line: Line, match: re.Match[str]) -> Definition | None:
    """`SHORT (Long Form)`, where the initials of the words in the bracket prove it."""
    before = _CODE_BEFORE.search(line.text[: match.start()])
    inside = re.split(r"[,;]", match.group(1))[0].strip()
    if before is None or len(inside.split()) < 2 or not inside[0].isupper() or not _is_name(inside):
        return None
    code = before["code"]
    if long_form(code, inside) != 0 and not (_PROGRAMME.search(Plain.of(inside).text) and _is_called(line, before)):
        return None
    return Definition(before.start("code"), match.end(), inside, code, (), sort_of(line, match.start(1), inside, code))


def _is_called(line: Line, before: re.Match[str]) -> bool:
    """Whether a code is spoken of as a programme, or signs as its coordinator."""
    return bool(
        re.search(
            r"\b(?:programme|program|projet|coordinator|coordonnateur|coordinateur|of|du),?\s*$",
            Plain.of(line.text[: before.start()]).text,
        )
    )


_INITIALS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,3}) (?P<bracket>\()(?P<initials>[A-ZÀ-Þ]{2,4})(?=[,)])"
)
_CODE_BEFORE = re.compile(r"(?<![\w-])(?P<code>[A-ZÀ-Þ][\w]*[A-Z][\w]*(?:-[A-Z][\w]*)*)\s$")
_BODY_PROGRAMME = re.compile(
    r"^(?:united nations|joint united|world food|un )|^conf[a-z]+ (?:des nations unies|of the united nations)|^programme (?:des nations unies|alimentaire mondial)|^برنامج (?:الامم المتحده|الاغذيه العالمي)"
)
_WITHIN = re.compile(r"(?:within|under|framework of|part of|au titre d[eu]|dans le cadre d[eu])(?: the| la| l')?\s*$")
_OFFICE_BEFORE = re.compile(
    r"^(?:(?:deputy|assistant|vice|acting) )?(?:head|director(?:[- ]general)?|president|chair(?:man|woman|person)?|secretary(?:[- ]general)?|minister|chief|coordinator|representative|member) of (?:the )?"
)


def sort_of(line: Line, start: int, long: str, short: str | None) -> Sort:
    """What kind of thing a long form names."""
    folded = Plain.of(long).text
    first = " ".join(folded.split()[:1])
    if _BODY_PROGRAMME.search(folded) or (
        re.match(r"(?:department|direction|departement) (?:of|de)", folded) and not _UNIT.search(folded)
    ):
        return "organisation"
    if _HEAD.findall(folded) == ["initiative"] and _WITHIN.search(Plain.of(line.text[:start]).text):
        return "programme"
    if _PROGRAMME.search(folded) and not _ARABIC_HEAD_FIRST.match(folded):
        return "programme"
    if _UNIT.search(folded):
        return "unit"
    if CALLED.search(Plain.of(line.text[:start]).text):
        return "programme"
    if _HEAD.search(folded) or first in HEADS:
        return "organisation"
    if short and "-" in short and _programme_family(line):
        return "programme"
    return "term"


_ARABIC_HEAD_FIRST = re.compile(rf"^(?:ال|ل)?(?:{'|'.join(ARABIC_HEADS)})(?!\w)")


def _programme_family(line: Line) -> bool:
    return bool(
        _PROGRAMME.search(line.plain.text) or re.search(r"programme|program|برامج|برنامج", line.heading.lower())
    )


def _inside(line: Line, match: re.Match[str]) -> tuple[str | None, tuple[str, ...]]:
    """The short form in a bracket, and the names it gives in another language."""
    short: str | None = None
    others: list[str] = []
    introduced = False
    for piece in re.split(r"[,،;؛]|\s[/–-]\s", match.group(1)):
        written = without_hereinafter(piece.strip()) or piece.strip()
        folded = Plain.of(written)
        other = _OTHER.match(folded.text)
        alone = _SHORT.match(written)
        abbreviated = _ABBREVIATED.match(folded.text)
        if abbreviated:
            others.extend([short] if short else [])
            short = written[folded.place(abbreviated.start("name")) :]
        elif other:
            others.append(written[folded.place(other.start("name")) :])
            introduced = True
        elif alone and (_LATIN_SHORT.match(alone["short"]) or _arabic_alone(alone["short"], match)):
            if short is None and not introduced:
                short = alone["short"]
            else:
                others.append(alone["short"])
        else:
            break
    return short, tuple(others)


def _arabic_alone(word: str, match: re.Match[str]) -> bool:
    """An Arabic short name fills its bracket alone; otherwise it is just a remark."""
    return "\u0621" <= word[0] <= "\u064a" and match.group(1).strip() == word


def _start(line: Line, base: int, before: str, short: str) -> int | None:
    """Where the long form starts in the words before the bracket."""
    if re.search(r"[\u0621-\u064a]", before[-12:]):
        return _arabic_start(line, base, before)
    called = _LOWER_PROGRAMME.search(Plain.of(before).text)
    start = long_form(short, before)
    if called and (start is None or "-" in short):
        return called.start()
    if start is None:
        start = _field_start(short, before) if "-" in short and _programme_family(line) else None
    if start is not None:
        return _with_head(before, start)
    return _capitalised_start(before)


def _with_head(before: str, start: int) -> int:
    """The noun of the institution belongs to its name, also where a short form of another language leaves it out."""
    head = re.search(r"(?<![\w'’])(?P<head>[A-ZÀ-Þ][\w'’-]*)\s+$", before[:start])
    if head and before[start].islower() and _HEAD.search(Plain.of(head["head"]).text):
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
    if len(folded.text[start:].split()) > _MOST_WORDS:
        return None
    return folded.place(start)


def _capitalised_start(before: str) -> int | None:
    """The longest run of capitalised words that ends at the bracket and holds the noun of an institution or programme."""
    words = list(re.finditer(r"\S+", before))
    start = None
    for word in reversed(words[-_MOST_WORDS:]):
        if not _CAPITALISED.fullmatch(word.group()) or (word.group().isupper() and len(word.group()) > 2):
            break
        if word.group() == "the" and start is not None and before[: word.start()].rstrip().endswith(("and", "et")):
            break
        if word.group()[0].isupper():
            start = word.start()
    if start is None or len(before[start:].split()) < 2:
        return None
    folded = Plain.of(before[start:]).text
    return start if _HEAD.search(folded) or _PROGRAMME.search(folded) else None


def _is_name(long: str) -> bool:
    return len(long.split()) <= _MOST_WORDS and not re.search(r"[.;:|!?]", long)
