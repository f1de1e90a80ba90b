"""The office that stands behind a name: after a comma, in a bracket, after a dash."""

from __future__ import annotations

import re

from ingest.extract.office_parts import Office, cut, only_body, split_office
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role

_CLAUSE = re.compile(r"(?:who|which|whose|qui|dont|où|الذي|التي)(?!\w)")
_NEXT_PERSON = re.compile(
    r"(?:and|et) (?:the|his|her|their|its|our|la|le|l['’]|son|sa|leur|notre)(?!\w)|و(?=ال)", re.IGNORECASE
)
"""After a comma: somebody else's office, not a second one of the person before it."""
_OTHER_CLAUSE = re.compile(
    rf"(?:{_NEXT_PERSON.pattern})|(?:{_CLAUSE.pattern})|(?:a|est|ont|sera|was|is|has|had|will|and|et|takes|took|en|appelée?|comes)(?!\w)",
    re.IGNORECASE,
)
_BARE_HEAD = re.compile(
    r"(?:(?:acting|deputy|interim|assistant) )?(?:head|chief|director|manager|cheff?e?|responsable|directeur|directrice|رييس|رييسه|مدير|مديره)(?: p\.?i\.?)?"
)
_UNIT = re.compile(
    r"\b(?:divisions?|departments?|units?|sections?|branch|directorate|services?|departements?|direction|unite|cellule)\b|(?<!\w)(?:ال)?(?:قسم|اداره|وحده|شعبه|دايره|مصلحه)(?!\w)"
)
_LONGEST_UNIT = 8
"""Words."""
_CHUNK = re.compile(
    r"\s*(?P<open>[,،(]|\s-\s|–|—)\s*(?P<words>(?:[^,،;؛():.\n]|\([A-Z][\w&/.-]{1,15}\)|(?<=\b[A-Z])\.){2,150})"
)
_ARABIC_BEHIND = re.compile(
    r"\s+(?P<words>[^،,؛;.:()\n]{3,90}?)(?=\s(?:الذي|التي|خلفا|اعتبارا|ابتداء|منذ|في \d)|[،,؛;.:()\n]|$)"
)
_NATION = re.compile(r"\s*\((?P<from>[A-ZÀ-Þ][\w'’ -]{1,40}|[\u0621-\u064a ]{3,30})\)\s*(?=[,،]\s)")
"""Where somebody is from, between their name and their office."""


def office_after(reading: Reading, text: str, position: int) -> Office | None:
    """The office that follows a name after a comma, in a bracket or after a dash; in Arabic also with nothing between."""
    nation = _NATION.match(text, position)
    if nation and not is_role(nation["from"]):
        office = office_after(reading, text, nation.end())
        if office is not None and office.role:
            return Office(office.role, office.organisation or only_body(reading, nation["from"]), office.end)
    first = _CHUNK.match(text, position)
    if first is None:
        return _arabic_behind(reading, text, position)
    words, end = cut(first["words"], first.start("words"))
    if _CLAUSE.match(words) or _NEXT_PERSON.match(words):
        return None
    if not is_role(words):
        body = only_body(reading, words)
        return Office(None, body, end) if body else None
    office = split_office(reading, words, end)
    following = _CHUNK.match(text, end)
    if following and (unit := _unit(words, following["words"])):
        return Office(f"{words}, {unit}", None, following.start("words") + len(unit))
    if following is None or first["open"] == "(":
        return office
    return _going_on(reading, words, office, following)


def _going_on(reading: Reading, words: str, office: Office, following: re.Match[str]) -> Office:
    """The office with what stands behind it between commas: a second role, or the organisation."""
    more = cut(following["words"], 0)[0]
    if office.organisation is None and len(words.split()) <= 2:
        second = split_office(reading, more, following.end())
        if second.role and is_role(second.role) and not _OTHER_CLAUSE.match(following["words"]):
            return second if second.organisation else Office(f"{words}, {second.role}", None, second.end)
    known = office.organisation in reading.bodies_known or (office.organisation or "").isupper()
    body = only_body(reading, more) if following["open"] in ",،" and not known else None
    return Office(words.strip(" ."), body, following.end()) if body else office


def _unit(role: str, following: str) -> str | None:
    """The part of a body that somebody heads, where it stands behind a comma: `Head, Social Division`."""
    words, _ = cut(following, 0)
    named = _BARE_HEAD.fullmatch(Plain.of(role).text) and _UNIT.search(Plain.of(words).text)
    return words if named and not _OTHER_CLAUSE.match(words) and len(words.split()) <= _LONGEST_UNIT else None


def _arabic_behind(reading: Reading, text: str, position: int) -> Office | None:
    """`المهندس س مدير الإدارة`: an Arabic office with no mark between."""
    beside = _ARABIC_BEHIND.match(text, position)
    if beside is None or not "\u0621" <= beside["words"][0] <= "\u064a" or not is_role(beside["words"]):
        return None
    return split_office(reading, beside["words"], beside.end())
