"""Short forms and what they stand for, where a text puts one in brackets after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.defined import Definition, sort_of
from ingest.extract.heads import HEAD, PROGRAMME
from ingest.extract.lines import Line
from ingest.extract.long_forms import MOST_WORDS, start_of
from ingest.extract.plain import Plain
from vectorstore import long_form, without_hereinafter

_BRACKET = re.compile(r"\(([^()]{2,160})\)")
_SHORT = re.compile(
    r"^[\"“«]?(?P<short>[A-ZÀ-Þ][\w&./-]{1,19}|[A-ZÀ-Þ]{3,8} [A-ZÀ-Þ]{3,8}|[\u0621-\u064a]{3,14})[\"”»]?$"
)
_ABBREVIATED = re.compile(r"^(?:و?اختصاره?ا?|abbreviated(?: as)?|en abrege|sigle(?! egalement))\s+(?P<name>.+)$")
_OTHER = re.compile(
    r"^(?:en (?:anglais|francais|arabe)|in (?:english|french|arabic)|ou|or|also|also known as|"
    r"plus connue? sous (?:le|son) (?:sigle|nom)(?: anglais| francais)?|و?بالانجليزيه|و?بالفرنسيه|و?بالعربيه|و?المعروفه?)\s+(?P<name>.+)$"
)
_WINDOW = 170
_LATIN_SHORT = re.compile(r"[A-Z].*[A-Z]")


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
        start = start_of(line, base, before, short or others[-1])
        if start is None:
            continue
        office = _OFFICE_BEFORE.match(Plain.of(before[start:]).text)
        start += office.end() if office else 0
        long = _PLACE_BEHIND.sub("", before[start:].strip('"“”«» '))
        if len(long) < 4 or long == short or not _is_name(long):
            continue
        yield Definition(base + start, match.end(), long, short, others, sort_of(line, base + start, long, short))


def _initialled(line: Line) -> frozenset[int]:
    """The brackets of a line that hold the initials of people: `Jane Doe (JD), Ali Ben Omar (ABO)`."""
    found = [
        match.start("bracket")
        for match in _INITIALS.finditer(line.text)
        if "".join(word[0] for word in match["name"].split()) == match["initials"]
        and not HEAD.search(Plain.of(match["name"]).text)
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


def _turned(line: Line, match: re.Match[str]) -> Definition | None:
    """`SHORT (Long Form)`, where the initials of the words in the bracket prove it."""
    before = _CODE_BEFORE.search(line.text[: match.start()])
    inside = re.split(r"[,;]", match.group(1))[0].strip()
    if before is None or len(inside.split()) < 2 or not inside[0].isupper() or not _is_name(inside):
        return None
    code = before["code"]
    if long_form(code, inside) != 0 and not (PROGRAMME.search(Plain.of(inside).text) and _is_called(line, before)):
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


_PLACE_BEHIND = re.compile(r"(?<=[A-Z]{3})(?:, [A-ZÀ-Þ][a-zà-ÿ'’-]+){1,2}$")
"""The town and country behind a name in capitals: `CENTRE OF …, Amman, Jordan`."""
_INITIALS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,3}) (?P<bracket>\()(?P<initials>[A-ZÀ-Þ]{2,4})(?=[,)])"
)
_CODE_BEFORE = re.compile(r"(?<![\w-])(?P<code>[A-ZÀ-Þ][\w]*[A-Z][\w]*(?:-[A-Z][\w]*)*)\s$")
_OFFICE_BEFORE = re.compile(
    r"^(?:(?:deputy|assistant|vice|acting) )?(?:head|director(?:[- ]general)?|president|chair(?:man|woman|person)?|secretary(?:[- ]general)?|minister|chief|coordinator|representative|member) of (?:the )?"
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


def _is_name(long: str) -> bool:
    return len(long.split()) <= MOST_WORDS and not re.search(r"[.;:|!?]", long)
