"""People named in a text, with the role that stands beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLE = (
    r"(?:H\.E\.|S\.E\.M?\.?|Mr|Mrs|Ms|Miss|Dr|Prof|Pr|Eng|Ing|Amb|Hon|Capt|Sheikh|M|Mme|Mlle|Professor|Professeure?|professeure?|Ambassador"
    r"|Madame|Monsieur|Mademoiselle|[Dd]octeure?|Sheikha|Minister|Ministre|[Cc]apitaine|Captain)\.?"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'’-]*"
_PARTICLE = r"(?:de|da|di|du|van|von|der|al|el|bin|ben|ibn|bint|abu|ould|dos|la)"
_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_WORD}){{0,3}}"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]{2,}"
_LATIN = re.compile(
    rf"(?P<titled>(?<!\w)(?P<title>{_TITLE}(?:\s+(?:le\s+|la\s+)?{_TITLE})*)\s+(?P<titled_name>{_NAME}))|(?P<capitals>(?<![\w-])[A-ZÀ-ÖØ-Þ][a-zà-ÿ'’]+(?:[\s-]+[A-ZÀ-ÖØ-Þ][a-zà-ÿ'’]+)?\s+(?:{_PARTICLE}\s+)?{_CAPITALS}(?:\s+{_CAPITALS})?)"
)
_ARABIC_TITLE = r"(?:(?:(?:ال)?سيد(?:ة)?|(?:ال)?آنسة|(?:ال)?دكتور(?:ة)?|(?:ال)?أستاذ(?:ة)?|(?:ال)?استاذ(?:ة)?|(?:ال)?مهندس(?:ة)?|(?:ال)?بروفيسور(?:ة)?|سعادة|معالي)(?![\u0621-\u064a])|د\.|أ\.د\.|أ\.|م\.)"
_ARABIC_WORD = r"[\u0621-\u064a\u064b-\u0652-]+"
_LINK = r"(?:بن|بنت|ابن|آل|أبو|عبد|ولد|منت)"
_NISBA = r"ال(?!(?:ذي|تي|حالي|تالي|ماضي|ثاني|مذكور)(?![\u0621-\u064a]))[\u0621-\u064a]+(?:ي|ية)(?=\s*(?:[،,.:؛;()»|\n\u2013-]|$))"
"""A name of a family, a tribe or a place, where nothing follows that it might belong to."""
_ARABIC = re.compile(
    rf"(?<!\w)(?:[ولبك]|لل)?(?P<title>{_ARABIC_TITLE}(?:\s*{_ARABIC_TITLE})*)"
    rf"(?P<name>\s*{_ARABIC_WORD}(?:\s+(?:{_LINK}\s+)?{_ARABIC_WORD})?(?:[ ]+{_LINK}[ ]+{_ARABIC_WORD}){{0,2}}(?:[ ]+{_NISBA})?)"
)
_ROLE = re.compile(r"\s*(?:[,،]\s*|\(\s*)(?![“«\"'‘])([^,،;؛.()]{3,120})")
_LONGEST_ROLE = 120
_ORGANISATION = re.compile(
    r"\b(?:Department|Unit|Centre|Center|University|Ministry|Council|Programme|Agency|Authority|Institute|Fund|Committee|Office|Meeting|Course|Report)\b"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name at `text[start:end]`, and the role after it, if any, up to `role_end`."""

    start: int
    end: int
    role_end: int
    bare: int
    """Where the name itself starts, after the form of address; `start` where there is none."""

    def name(self, text: str) -> str:
        """The name with its title."""
        return text[self.start : self.end]

    def described(self, text: str) -> str:
        """The name with its title and role."""
        return text[self.start : self.role_end].rstrip(" ,،")


def find_people(text: str) -> list[Person]:
    """People with a title, with the surname in capitals, or with an Arabic form of address, in order."""
    found = [
        Person(
            *match.span(), _role_end(text, match.end()), match.start("titled_name" if match["titled"] else "capitals")
        )
        for match in _LATIN.finditer(text)
        if not _ORGANISATION.search(match.group())
    ]
    found += [
        Person(*match.span(), _role_end(text, match.end()), _after_spaces(text, match.start("name")))
        for match in _ARABIC.finditer(text)
    ]
    return sorted(found, key=lambda person: (person.start, person.end))


def _after_spaces(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _role_end(text: str, end: int) -> int:
    """Where the role ends that follows a name after a comma; the name's end where something else follows."""
    match = _ROLE.match(text, end)
    if match is None or len(match.group(1)) > _LONGEST_ROLE:
        return end
    role = match.group(1)
    if (
        _LATIN.match(role)
        or _ARABIC.match(role)
        or re.match(r"(?:who|which|whose|qui|dont|and|et|a |was |will |said |has |had |is |[a-z]+ed )\b", role)
    ):
        return end
    return match.end(1) + (text[match.end(1) : match.end(1) + 1] == ")" and "(" in match.group())
