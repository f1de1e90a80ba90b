"""An office as it is written, in its parts: the role, and the organisation or programme it is held in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.heads import ARABIC_HEADS, HEADS
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role

_STOP = re.compile(
    r"\s[–—-]\s|\s(?:who|which|whose|that|qui|dont|said|reported|opened|chaired|informed|will|was|has|had|is|et (?=M\.|Mme|Dr)|and (?:by|for|the [a-z]+ of)"
    r"|from \d|since|until|depuis|jusqu|a (?:ouvert|preside|rappele)|to whom|as well as|الذي|التي|منذ|حتي|على ان|من (?=\d))\b"
)
_JOINT = re.compile(r"\s(?:and|et)\s(?:as )?")
_LONGEST = 130
_QUOTED = re.compile(
    r"(?P<role>.{3,60}?) (?:(?:of the |du )?(?:programme|program|projet|project)|برنامج|مشروع) [«“\"](?P<body>[^»”\"]{2,40})[»”\"]$"
)
"""An office of a programme whose name is in quotation marks."""
_OF_THE_PROGRAMME = re.compile(r" (?:(?:of|for) the |du )[Pp]rogram(?:me)?$| البرنامج$")
_BODY_NOUN = re.compile(rf"(?:{'|'.join(HEADS)})(?![\w-])")
_LONGEST_BODY = 11
"""Words of a French body that only its first word shows to be one."""


def _spelled(folded: str) -> str:
    """A pattern for the ways to write a folded Arabic word."""
    return folded.replace("ا", "[اأإآ]").replace("ه", "[هة]").replace("ي", "[يئى]")


_OF = re.compile(
    r"^(?P<role>.{3,90}?)(?:\s+(?:of the|of|at the|at|in the|in|with|for the|for|du|des|de la|de|à la|à l['’]|à|au|auprès de|في|لدى|من|ل)\s+|\s+(?:de l['’]|à l['’]|d['’]|l['’])|\s+(?:of the|du)\s+(?:programme|program|projet)\s+|\s+(?=مركز|هيئة|وكالة|معهد|برنامج)|,\s+)$"
)
_ARABIC_BODY = re.compile(
    rf"(?P<name>(?:{'|'.join(_spelled(head) for head in ARABIC_HEADS)})(?: (?!في |من |على |إلى |عن |التي |الذي |و(?!ال(?!سيد|دكتور|مهندس|أستاذ|آنسة)))[\u0621-\u064a]{{3,}}){{1,5}})(?=\s*(?:[،,.)(؛]|$| في | من | و))"
)


@dataclass(frozen=True, slots=True)
class Office:
    """A role and the organisation or programme it is held in, ending at `end` of the line."""

    role: str | None
    organisation: str | None
    end: int


def arabic_body(text: str) -> str | None:
    """An institution whose name begins the text, in Arabic: its noun, and the words up to the next small word."""
    match = _ARABIC_BODY.match(text)
    return match["name"] if match else None


def offices(reading: Reading, office: Office) -> list[Office]:
    """Two offices said in one breath, such as `Head of the Unit and coordinator of XYZ`, as two."""
    if office.role is None:
        return [office]
    whole = office.role if office.organisation is None else None
    joint = _JOINT.search(office.role)
    if joint is None or not is_role(office.role[joint.end() :]):
        return [office]
    first = split_office(reading, office.role[: joint.start()], office.end)
    second = split_office(reading, office.role[joint.end() :], office.end)
    if whole is None:
        second = Office(second.role, office.organisation, office.end)
    return [first, second]


def split_office(reading: Reading, words: str, end: int = 0) -> Office:
    """`Director General of XYZ` in two; the whole is the role where it names no organisation at its end."""
    words = re.sub(
        r"^(?:(?:déjà|already|currently|actuellement|now|the|la|le|new|nouvelle?|nouveau)\s+)+", "", words.strip(" .")
    )
    inside = None
    for body in reading.bodies(words):
        if len(words) - body.end <= 1 or re.fullmatch(
            r"\s*\([^)]*\)?(?:,? (?:of|de|du|de la|des|in) [A-ZÀ-Þ][\w' -]{2,30})?", words[body.end :]
        ):
            inside = (body.start, body.name)
            break
    quoted = _QUOTED.match(words)
    if inside is None and quoted and is_role(quoted["role"]):
        return Office(quoted["role"], quoted["body"].strip(), end)
    whole = _OF_THE_PROGRAMME.search(words)
    if inside is None and whole and reading.programme:
        return Office(words[: whole.start()], reading.programme, end)
    code = reading.code(words)
    if inside is None and code is not None and len(words) - code.end() <= 1:
        inside = (code.start(), code.group())
    if inside is not None:
        before = _OF.match(words[: inside[0]])
        if before is not None:
            role = re.sub(
                r"\s+(?:of the programme|of programme|du programme|de la|برنامج)$", "", before["role"].strip()
            )
            return Office(role, inside[1], end)
    return Office(words, None, end)


def only_body(reading: Reading, words: str) -> str | None:
    """The organisation, if the words are its name and nothing else."""
    bare = re.sub(r"^(?:the|la|le|l['’])\s*", "", words.strip())
    if arabic_body(bare) == bare:
        return bare
    for body in reading.bodies(bare):
        if body.start == 0 and re.fullmatch(r"\s*(?:\([^)]*\)?)?\.?", bare[body.end :]):
            return body.name
    bare = re.sub(r"\s*\([^)]*\)?$", "", bare).rstrip(" .")
    named = bare[:1].isupper() and _BODY_NOUN.match(Plain.of(bare).text) and len(bare.split()) <= _LONGEST_BODY
    return bare if named and re.fullmatch(r"[^\d:;]{5,100}", bare) else None


def cut(words: str, start: int) -> tuple[str, int]:
    """The words up to where something else is said, and where they end in a line that they begin at `start` of."""
    folded = Plain.of(words[:_LONGEST])
    stop = _STOP.search(folded.text)
    kept = words[: folded.place(stop.start())] if stop else words[:_LONGEST]
    return kept.rstrip(), start + len(kept.rstrip())
