"""What people did: opened, chaired, signed, represented, were present."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.extract.act_labels import act_label
from ingest.extract.lines import Line
from ingest.extract.names import Named
from ingest.extract.office_parts import Office
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role

_AFTER = (
    ("opened", r"opened|a (?:ouvert|inaugure)|ont ouvert|افتتح"),
    ("chaired", r"(?:co-)?chaired|presided|a preside|ont preside|تراس|ادار"),
    ("moderated", r"moderated|a (?:modere|anime)"),
    ("signed", r"signed|a (?:ete )?signe|ont signe|وقع"),
    ("led", r"led|was the lead trainer|conducted|a dirige|قاد"),
)
_ACT_AFTER = tuple(
    (act, re.compile(rf"^[\s,]*(?:and |et )?(?:then |also |jointly )?(?:{words})(?![\w-])")) for act, words in _AFTER
)
_BEFORE = (
    (
        "represented",
        re.compile(r"was represented by(?: the)?\s*$|represente par\s*$|(?:^|\W)و?مثلت?\s[^,.]{2,40}$"),
    ),
    (
        "led",
        re.compile(
            r"تراس وفد [^,.]{2,25}$|(?:was|is|were) led by\s*$|dirigee? par\s*$|و?قاد(?:ت)? (?:التدريب|الوفد)\s*$|و?تول(?:ي|ت) التدريب\s*$"
        ),
    ),
    (
        "opened",
        re.compile(
            r"opened by\s*$|opening by\s*$|ouverte? par\s*$|in (?:his|her) opening (?:words|remarks)\s*$|^و?افتتحت? [^,.]{2,30}$"
        ),
    ),
    (
        "chaired",
        re.compile(
            r"chaired by\s*$|presided over by\s*$|presidee? par\s*$|برياسه\s*$|تراست? [^,.]{0,45}$|^و?[تي]دير (?:الندوه|الجلسه|الاجتماع|الورشه)\s*$|و?ادارت? (?:الندوه|الجلسه)\s*$"
        ),
    ),
    ("moderated", re.compile(r"(?:moderated|facilitated) by\s*$|(?:moderee?|animee?) par\s*$")),
    (
        "signed",
        re.compile(
            r"signed by\s*$|signee?s? par\s*$|signed\b[^.;]{0,60}\bby (?:the |its |our )?[^,.;]{0,50}$|signee?\b[^.;]{0,60}\bpar (?:le |la |l'|son |sa )?[^,.;]{0,50}$"
        ),
    ),
    (
        "author",
        re.compile(r"(?:written|prepared|drafted) by\s*$|(?:redige|prepare|etabli)e? par\s*$|و?اعدت? التقرير\s*$"),
    ),
)
_FOR_GROUP = re.compile(
    r"^[\s:;.]*(?:(?:participants?|present)[.:]\s*)?(?:for|pour|عن)\s+(?:the |le |la |l')?(?P<who>.{2,90}?)\s*:\s*$"
)
_SIGNED_FOR = re.compile(
    r"^,?\s*(?:signed for|represented|on behalf of|for|pour|a signe pour|au nom d[eu])\s+(?:the |le |la |l')?"
)
_ARABIC_SIGNED = re.compile(r"(?<!\w)و?وقع(?:ت|ها|ه)?(?!\w)")
_ARABIC_BEHALF = re.compile(r"(?<!\w)و?عن (?P<who>ال[\u0621-\u064a]+)(?: (?:[\u0621-\u064a]+)){0,2}\s*$")
_JOINED = re.compile(
    r"^\s*,?\s*(?:and|et|و)?(?: by| par)?(?: the| la| le)?\s*$|^\s*,?\s*(?:and|et) (?:by |par )?(?:the |its |le |la |l')?[^,.;]{3,60},\s*$"
)
_AND = re.compile(r"^\s*,?\s*(?:and|et|و)(?: by| par)?(?: the| la| le)?\s*$")


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did, on whose behalf, and whether those named next to them did it too."""

    name: str
    whom: str | None = None
    shared: str = ""
    """`forward` for `signed by A and B`, `back` for `A and B signed`."""


def act_of(reading: Reading, line: Line, named: Named, office: Office | None, follows: int) -> Act | None:
    """What a person did by the words around the name.

    Args:
        reading: The document.
        line: Where the person is named.
        named: The person.
        office: The office behind the name.
        follows: Where the person before ends in the line, 0 for the first.
    """
    label = act_label(line, named.start)
    if label:
        return Act(label)
    behind = line.text[office.end if office else named.end :]
    after = Plain.of(behind).text
    for act, pattern in _ACT_AFTER:
        if pattern.match(after):
            whom = _for_whom(reading, behind, after) if act == "signed" else None
            return Act(act, whom, "" if whom else "back")
    raw = line.text[follows : named.start]
    before = Plain.of(raw).text
    if _ARABIC_SIGNED.search(line.plain.text) and (on_behalf := _ARABIC_BEHALF.search(before)):
        return Act("signed", raw[slice(*Plain.of(raw).span(on_behalf, "who"))])
    return _act_before(reading, line, named, before.rstrip() if _arabic(named) else before)


def shared(acts: Sequence[Act | None], between: Sequence[str]) -> list[Act | None]:
    """The acts of the people of a line, those included that the sentence says of several at once.

    Args:
        acts: Of each person.
        between: The words between each person, office included, and the next one.
    """
    found = list(acts)
    for number, words in enumerate(between):
        act = found[number]
        if act and act.shared == "forward" and found[number + 1] is None and _JOINED.match(Plain.of(words).text):
            found[number + 1] = replace(act, whom=None)
    for number in reversed(range(len(between))):
        act = found[number + 1]
        if act and act.shared == "back" and found[number] is None and _AND.match(Plain.of(between[number]).text):
            found[number] = act
    return found


def group_before(reading: Reading, before: str) -> str | None:
    """`For the XYZ:` or `XYZ:` before people: whom they belong to."""
    before = unmarked(before)
    if not before.rstrip().endswith(":"):
        return None
    bodies = reading.bodies(before)
    match = _FOR_GROUP.search(Plain.of(before).text)
    if match is not None:
        return bodies[-1].name if bodies else before[slice(*Plain.of(before).span(match, "who"))]
    if bodies and re.fullmatch(r"\)?\s*(?:\([^()]{2,20}\))?\s*:\s*", before[bodies[-1].end :]):
        return bodies[-1].name
    code = reading.code(before) if not is_role(before) else None
    return code.group() if code and re.fullmatch(r"\s*:\s*", before[code.end() :]) else None


def unmarked(before: str) -> str:
    """The words before a name without the mark of a signature."""
    return _MARK.sub("", before)


_MARK = re.compile(r"\s*\((?:signed|signé|signe|sgd|توقيع|موقع)\)\s*$", re.IGNORECASE)


def signs(reading: Reading, line: Line, before: str, *, first: bool) -> bool:
    """`For the Union: X, Secretary-General` at the end of an agreement, where it is signed."""
    agreement = (
        reading.document.kind in ("memorandum of understanding", "letter of intent") or unmarked(before) != before
    )
    if not agreement or not first or _FOR_GROUP.match(Plain.of(unmarked(before)).text) is None or is_role(line.heading):
        return False
    above = reading.above(line)
    around = Plain.of(f"{line.heading} {above.text if above else ''}").text
    return not _FOCAL.search(around) and line.number >= len(reading.lines) - _LAST_LINES


_FOCAL = re.compile(r"focal|contact|points? focaux|coordinat|منسق|الاتصال")
_LAST_LINES = 12


def _arabic(named: Named) -> bool:
    """The office may stand between the verb and the name."""
    return "\u0621" <= named.name[0] <= "\u064a"


def _act_before(reading: Reading, line: Line, named: Named, before: str) -> Act | None:
    for act, pattern in _BEFORE:
        if pattern.search(before):
            bodies = reading.bodies(line.text[: named.start]) if act == "represented" else []
            return Act(act, bodies[-1].name if bodies else None, "forward")
    return None


def _for_whom(reading: Reading, raw: str, after: str) -> str | None:
    match = _SIGNED_FOR.match(re.sub(r"^[\s,]*(?:a signe|signed)\s*", "", after))
    if match is None:
        return None
    body = next((b for b in reading.bodies(raw) if b.start <= match.end() + 14), None)
    return body.name if body else None
