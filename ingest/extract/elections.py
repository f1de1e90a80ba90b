"""Several people given their offices in one sentence: `elected A as Chair; B and C as Vice-Chairs; and D as Rapporteur`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.extract.career_words import REPLACED
from ingest.extract.heads import HEAD, HEADS
from ingest.extract.lines import Line
from ingest.extract.names import Named
from ingest.extract.office_parts import split_office
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role
from ingest.extract.since import since_in

_DONE = r"(?:re-?)?(?:elected|appointed|designated|nominated|named|elue?s?|nommee?s?|designee?s?)"
_VERB = re.compile(
    r"(?<![\w-])(?:(?:re-?)?(?:elect(?:ed|s)|appoint(?:ed|s)|designat(?:ed|es?)|nominat(?:ed|es))|elit|(?:a|ont) (?:re)?elu|nomment?|(?:a|ont) nomme|designent?|(?:a|ont) designe"
    r"|و?(?:انتخبت?|عينت?|ينتخب|تنتخب))(?: (?:as )?(?:comme |pour )?(?:correspondants?|focal points?)[^,]{0,30},)?\s[^.;]{0,30}$"
)
_PASSIVE = re.compile(
    rf"^\s*(?:\([^()]*\))?\s*,?\s*(?:was|were|is|are|has been|have been|had been|a ete|ont ete|est|sont) {_DONE}(?: as| comme| to be)?\s+(?:the |its |le |la )?(?P<role>.+)"
)
_AS = re.compile(
    r"^\s*(?:\([^()]*\))?(?:[\s,][^;]{0,70}?)?\s(?:as|comme|en qualite de|en tant que|au poste de|aux fonctions de)\s+(?P<its>its |their |son |sa |leur )?(?:the |his |her |le |la )?(?P<role>.+)"
)
_BARE = re.compile(r"^\s*(?:\([^()]*\))?\s*,?\s+(?:the |its |le |la )?(?P<role>.+)")
_ENDS = re.compile(
    r"[;.,(]|\s(?:and|et|from|for (?:a|one|two|three|four|five|six|\d)|with effect|until|on|in(?! charge)|en remplacement|in succession|to (?:succeed|replace)|pour (?:une|un|deux|trois|quatre|cinq)|a compter|a partir|jusqu|اعتبارا|ابتداء|لمده|خلفا|بدلا|له|لها|لهم)(?!\w)|,? و(?=ال)"
)
_JOINED = re.compile(r"^\s*(?:\([^()]*\))?\s*,?\s*(?:and|et|و)?\s*$")
_BODY = re.compile(
    rf"(?:^|\s)(?:the|le|la|l')\s?(?P<body>(?:[\w'-]+ ){{0,3}}?(?:{'|'.join(HEADS)}|meeting|assembly|working party|assemblee))\b"
)
_OF_A_BODY = re.compile(r"(?:vice-|deputy )?(?:chair|president|rapporteur|moderator)|رييس|مقرر|نايب")
_ITS_BEHIND = re.compile(r"\s?(?:لها|له)(?!\w)")
_SHORT = 3
"""Words of an office that stands right behind a name, at most."""


def elections(reading: Reading, line: Line, named: Sequence[Named]) -> Mapping[int, dict[str, str | None]]:
    """What each of the people of a line is appointed to, by their number; empty where nobody is.

    Args:
        reading: The document.
        line: The sentence.
        named: The people it names, in order.
    """
    found: dict[int, dict[str, str | None]] = {}
    waiting: list[int] = []
    active = told = False
    for number, one in enumerate(named):
        before = line.text[named[number - 1].end if number else 0 : one.start]
        if _VERB.search(Plain.of(before).text):
            active, told, waiting = True, True, []
        following = named[number + 1].start if number + 1 < len(named) else len(line.text)
        tail = line.text[one.end : following]
        said = _said(tail, active=active)
        if said is None:
            waiting = [*waiting, number] if active or _JOINED.match(Plain.of(tail).text) else []
            active = active and ". " not in tail
            continue
        role, of_it = said
        followed = number + 1 < len(named) and REPLACED.search(Plain.of(tail).text) is not None
        before_them = named[number + 1].name if followed else None
        several = bool(waiting)
        for place in (*waiting, number):
            one_role = role[:-1] if several and role.endswith("s") else role
            found[place] = _given(
                reading, line, named[0], tail, one_role, of_it, before_them if place == number else None
            )
        active, waiting = True, []
    return found if told or len(found) > 1 else {}


def _said(tail: str, *, active: bool) -> tuple[str, bool] | None:
    """The office in the words behind a name, and whether it is one of the body spoken of before."""
    plain = Plain.of(tail)
    for pattern in (_PASSIVE, *((_AS, _BARE) if active else ())):
        match = pattern.match(plain.text)
        if match is None:
            continue
        stop = _ENDS.search(plain.text, match.start("role"))
        start, end = plain.place(match.start("role")), plain.place(stop.start()) if stop else len(tail)
        role = tail[start:end].strip()
        if is_role(role) and (pattern is not _BARE or len(role.split()) <= _SHORT):
            its = bool(match.groupdict().get("its")) or bool(_ITS_BEHIND.match(tail[end:]))
            return role, its
    return None


def _given(
    reading: Reading, line: Line, first: Named, tail: str, role: str, of_it: bool, replaced: str | None
) -> dict[str, str | None]:
    since = since_in(reading, tail)
    office = split_office(reading, role)
    before = line.text[: first.start]
    subject = _BODY.search(Plain.of(before).text) if _OF_A_BODY.match(Plain.of(role).text) else None
    body = before[slice(*Plain.of(before).span(subject, "body"))] if subject else None
    return {
        "role": office.role,
        "organisation": office.organisation or (_its(reading, line, first) if of_it else body),
        "from_date": since,
        "at_date": since or reading.date,
        "state": "appointed",
        "replaced": replaced,
    }


def _its(reading: Reading, line: Line, first: Named) -> str | None:
    """What `its Chair` is of: what the words before define or, failing that, the last body they name."""
    before = line.text[: first.start]
    defined = [d.short or d.long for other, d in reading.defined if other.start == line.start and d.end <= first.start]
    bodies = [body.name for body in reading.bodies(before)]
    arabic = before.split(maxsplit=1)[-1].strip()
    also = [arabic] if "\u0621" <= arabic[:1] <= "\u064a" and HEAD.match(Plain.of(arabic).text) else []
    return next(iter([*defined[-1:], *bodies[-1:], *also]), None)
