"""The office that stands before a name: `Director General: X`, `the focal point of XYZ is X`, `رئيسها X`."""

from __future__ import annotations

import re

from ingest.extract.act_labels import act_named
from ingest.extract.bodies_spoken_of import body_spoken_of
from ingest.extract.names import Place
from ingest.extract.office_parts import Office, split_office
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import NOUNS, is_role

_APPOSED = re.compile(
    r"(?:(?<!\w)(?:our|its|their|your|my|notre|leur|votre)\s+(?P<ours>[^,;:.]{3,120}),\s*$)|(?:^|[,;:.]\s|(?<!\w)(?:and|et|by|par|with|avec|between|entre)\s)(?:the|his|her|la|le|l['’]|son|sa)\s*(?P<role>[^,;:.]{3,120}),\s*$",
    re.IGNORECASE,
)
"""`the Director of the Institute, X`."""
_NAMED_BEHIND = re.compile(r"\s(?:the|le|la|l['’])\s?(?P<role>[^,;:.()\d]{3,60}?)\s?:\s*$")
"""`changes the local commissioner: X …`."""
_SINCE_WHEN = re.compile(r"\s(?:since|from|depuis|à partir|منذ)(?!\w)")
_LABEL = re.compile(r"^(?P<label>[^:.]{2,40}?)\s*:\s+")
_IS_HERE = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]? )?(?:the |le |la |l'|its |our |their )?(?P<words>[^,;:.]{3,70}?) (?:is|was|remains|est|etait|reste)\s*$"
)
_ROLE_FIRST = re.compile(rf"(?:[a-z-]+ ){{0,2}}(?:{NOUNS})\b")
_ARABIC_BEFORE = re.compile(r"(?P<role>(?:[\u0621-\u064a\u064b-\u0652]+\s+){1,8})$")
_ARABIC_LONGEST = 6
"""Words of an Arabic office before a name."""
_AFTER_WHOM = re.compile(r"^(?:خلفا|خلف|محل|بدلا|عن|من|الي|مع)$")
_DETERMINED = re.compile(r"\b(?:its|their|our|his|her|the|a|an|son|sa|leur|notre|le|la)\s")
_BESIDE = re.compile(
    rf"(?:^|(?<=[\s(]))(?P<role>(?:(?:[Aa]cting|[Dd]eputy|[Ff]ormer|[Nn]ew|[Nn]ational|[Rr]egional|[Pp]rogramme|[Pp]roject|[Ii]nterim|(?!The |Our |Its |Le |La )[A-ZÀ-Þ][\w&-]*)\s+){{0,3}}"
    rf"(?i:(?:vice-|deputy |ex-)?(?:{NOUNS}))(?:\s+(?i:general|générale?|executive|exécuti(?:f|ve)|adjointe?|in charge))?)\s+$"
)
"""An office right before a name."""


def office_before(reading: Reading, place: Place) -> Office | None:
    """`Director General: X`, `the focal point of XYZ is X`, `رئيسها X`."""
    text = place.line.text
    start = place.follows.end if place.follows else 0
    before = text[start : place.named.start]
    named = _NAMED_BEHIND.search(before)
    if named and is_role(named["role"]):
        return split_office(reading, named["role"], place.named.end)
    label = _LABEL.match(before)
    if label and start == 0 and before[label.end() :].strip() == "" and is_role(label["label"]):
        if act_named(Plain.of(label["label"]).text.strip()):
            return None
        since = _SINCE_WHEN.search(label["label"])
        role = label["label"][: since.start()] if since else label["label"]
        return split_office(reading, role.strip(), place.named.end)
    if told := office_said(reading, place):
        return told
    apposed = _APPOSED.search(before) if before.rstrip().endswith(",") else None
    if apposed and is_role(role := _innermost(apposed["ours"] or apposed["role"])):
        return split_office(reading, role, place.named.end)
    return _beside(reading, place, before) or _arabic_before(reading, place, before)


def office_said(reading: Reading, place: Place) -> Office | None:
    """`The team leader is X`, whatever else is said behind the name."""
    before = place.line.text[: place.named.start] if place.follows is None else ""
    told = _IS_HERE.search(Plain.of(before).text)
    office = _told(reading, before[slice(*Plain.of(before).span(told, "words"))], place.named.end) if told else None
    if office is not None and office.organisation is None:
        return Office(office.role, body_spoken_of(reading, place.line, office.role, whole=True), office.end)
    return office


def _innermost(words: str) -> str:
    """The office at the end of words that begin with something else: `Council thanked its Chair`."""
    return next((rest for m in reversed([*_DETERMINED.finditer(words)]) if is_role(rest := words[m.end() :])), words)


def _beside(reading: Reading, place: Place, before: str) -> Office | None:
    """`Executive Director X`, `and the Vice-Chair Mr X`, `our coordinator X`."""
    beside = _BESIDE.search(before)
    if beside is None or not is_role(beside["role"]):
        return None
    return split_office(reading, beside["role"], place.named.end)


def _arabic_before(reading: Reading, place: Place, before: str) -> Office | None:
    """`نائب رئيس المجلس السيد X`: from the first office on, but for one that `and` joins to somebody else's."""
    arabic = _ARABIC_BEFORE.search(before)
    words = arabic["role"].split() if arabic else []
    joined = [place for place, word in enumerate(words) if word.startswith("و") and place and is_role(word)]
    starts = [at for at in range(max(joined, default=0), len(words)) if is_role(" ".join(words[at : at + 2]))]
    if not starts or len(words) - starts[0] > _ARABIC_LONGEST or _AFTER_WHOM.search(Plain.of(words[-1]).text):
        return None
    role = re.sub(r"^و(?=[مرنأاإض])", "", " ".join(words[starts[0] :]))
    role = re.split(r" (?:عن|هو|هي)(?: |$)", role)[0]
    if re.search(r" (?:ذلك|هذا|هذه)", role):
        return None
    whole = split_office(reading, role, place.named.end)
    return whole if is_role(whole.role or "") else Office(role, None, place.named.end)


def _told(reading: Reading, words: str, end: int) -> Office | None:
    """The office that stands before `is`, where it is nothing else: `XYZ focal point`, `head of the unit`."""
    bodies = reading.bodies(words)
    first = bodies[0].name if bodies and bodies[0].start == 0 else None
    code = reading.code(words)
    if first is None and code is not None and code.start() == 0:
        first = code.group()
    rest = words[len(first) :].strip() if first else words
    if not is_role(rest) or not _ROLE_FIRST.match(Plain.of(rest).text):
        return None
    return Office(rest, first, end) if first else split_office(reading, rest, end)
