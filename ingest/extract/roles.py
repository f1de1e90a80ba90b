"""Offices people hold, as written beside a name: `Director of Training of XYZ`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.act_labels import act_named
from ingest.extract.heads import ARABIC_HEADS
from ingest.extract.names import Place
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading

_NOUNS = (
    "director|deputy|head|chief|coordinator|officer|minister|secretary|president|chair(?:man|woman|person)?|rector|dean|professor"
    "|advis[eo]r|expert|manager|representative|ambassador|specialist|engineer|consultant|governor|commissioner|focal point|trainer"
    "|editor|inspector|registrar|treasurer|delegate|observer|lecturer|researcher|assistant|vice|mayor|captain|leader|analyst|clerk"
    "|librarian|attache|envoy|judge|administrator|undersecretary|adviser|principal|superintendent|economist"
    "|directeur|directrice|chef(?:fe)?|coordinateur|coordinatrice|coordonnateur|coordonnatrice|secretaire|presidente?|ministre"
    "|responsable|conseillere?|experte?|chargee?|recteur|rectrice|doyenn?e?|professeure?|representante?|ambassadeur|ambassadrice"
    "|ingenieure?|point focal|formateur|formatrice|redacteur|redactrice|inspecteur|inspectrice|deleguee?|gouverneure?|adjointe?"
    "|maire|commissaire|gestionnaire|[a-z]{3,}(?:ologist|ologue|ician|icienn?e?|onomist|onomiste)"
)
_ROLE_NOUN = re.compile(rf"\b(?:{_NOUNS})\b(?!'s\b)")
_ARABIC_NOUN = (
    "مدير|مديره|رييس|رييسه|منسق|منسقه|امين|امينه|وزير|وزيره|خبير|خبيره|مستشار|مستشاره|عميد|عميده|ممثل|ممثله|مندوب|مندوبه|مسوول|مسووله"
    "|وكيل|وكيله|مساعد|مساعده|كبير|كبيره|مشرف|مشرفه|نايب|نايبه|سفير|سفيره|محافظ|مفوض|قايم|رايد"
)
_ARABIC_ROLE = re.compile(rf"^[وبل]?(?:ال)?(?:{_ARABIC_NOUN})(?:ه|ها|هم|هما|ا|ته|تها)?(?!\w)")
_STOP = re.compile(
    r"\s(?:who|which|whose|that|qui|dont|said|reported|opened|chaired|informed|will|was|has|had|is|et (?=M\.|Mme|Dr)|and (?:by|for|the [a-z]+ of)"
    r"|from \d|since|until|depuis|jusqu|a (?:ouvert|preside|rappele)|to whom|as well as|الذي|التي|منذ|حتي|على ان)\b"
)
_CLAUSE = re.compile(r"(?:who|which|whose|qui|dont|où|الذي|التي)(?!\w)")
_NEXT_PERSON = re.compile(
    r"(?:and|et) (?:the|his|her|their|its|our|la|le|l['’]|son|sa|leur|notre)(?!\w)|و(?=ال)", re.IGNORECASE
)
"""After a comma: somebody else's office, not a second one of the person before it."""
_APPOSED = re.compile(
    r"(?:(?<!\w)(?:our|its|their|notre|leur)\s+(?P<ours>[^,;:.]{3,120}),\s*$)|(?:^|[,;:.]\s|(?<!\w)(?:and|et|by|par|with|avec|between|entre)\s)(?:the|his|her|la|le|l['’]|son|sa)\s*(?P<role>[^,;:.]{3,120}),\s*$",
    re.IGNORECASE,
)
"""`the Director of the Institute, X`."""
_JOINT = re.compile(r"\s(?:and|et)\s(?:as )?")
_LONGEST = 130


def _spelled(folded: str) -> str:
    """A pattern for the ways to write a folded Arabic word."""
    return folded.replace("ا", "[اأإآ]").replace("ه", "[هة]").replace("ي", "[يئى]")


_CHUNK = re.compile(
    r"\s*(?P<open>[,،(]|\s-\s|–|—)\s*(?P<words>(?:[^,،;؛():.\n]|\([A-Z][\w&/.-]{1,15}\)|(?<=\b[A-Z])\.){2,150})"
)
_OF = re.compile(
    r"^(?P<role>.{3,90}?)(?:\s+(?:of the|of|at the|at|in the|in|with|for the|for|du|des|de la|de|à la|à l['’]|à|au|auprès de|في|لدى|من|ل)\s+|\s+(?:de l['’]|d['’]|l['’])|\s+(?:of the|du)\s+(?:programme|program|projet)\s+|\s+(?=مركز|هيئة|وكالة|معهد|برنامج)|,\s+)$"
)


_LABEL = re.compile(r"^(?P<label>[^:.]{2,40}?)\s*:\s+")
_IS_HERE = re.compile(
    r"^(?:the |le |la |l'|its |our |their )?(?P<words>[^,;:.]{3,70}?) (?:is|was|remains|est|etait|reste)\s*$"
)
_ROLE_FIRST = re.compile(rf"(?:[a-z-]+ ){{0,2}}(?:{_NOUNS})\b")
_ARABIC_BEFORE = re.compile(r"(?P<role>(?:[\u0621-\u064a\u064b-\u0652]+\s+){1,3})$")
_ARABIC_BODY = re.compile(
    rf"(?P<name>(?:{'|'.join(_spelled(head) for head in ARABIC_HEADS)})(?: (?!في |من |على |إلى |عن |التي |الذي |و)[\u0621-\u064a]{{3,}}){{1,4}})(?=\s*(?:[،,.)(؛]|$| في | من | و))"
)


@dataclass(frozen=True, slots=True)
class Office:
    """A role and the organisation or programme it is held in, ending at `end` of the line."""

    role: str | None
    organisation: str | None
    end: int


def is_role(words: str) -> bool:
    """Whether words name an office, near their beginning."""
    folded = Plain.of(words).text.strip()
    if "\u0621" <= folded[:1] <= "\u064a":
        return bool(_ARABIC_ROLE.match(folded))
    return bool(_ROLE_NOUN.search(" ".join(folded.split()[:5])))


def office_after(reading: Reading, text: str, position: int) -> Office | None:
    """The office that follows a name after a comma, in a bracket or after a dash."""
    first = _CHUNK.match(text, position)
    if first is None:
        return None
    words, end = _cut(first["words"], first.start("words"))
    if _CLAUSE.match(words) or _NEXT_PERSON.match(words):
        return None
    if not is_role(words):
        body = _only_body(reading, words)
        return Office(None, body, end) if body else None
    office = split_office(reading, words, end)
    following = _CHUNK.match(text, end) if first["open"] != "(" else None
    known = office.organisation in reading.bodies_known or (office.organisation or "").isupper()
    if following is not None and office.organisation is None and len(words.split()) <= 2:
        second = split_office(reading, _cut(following["words"], 0)[0], following.end())
        if second.role and second.organisation and is_role(second.role):
            return second
    if following is not None and following["open"] in ",،" and not known:
        body = _only_body(reading, _cut(following["words"], 0)[0])
        if body:
            return Office(words.strip(" ."), body, following.end())
    return office


def office_of(reading: Reading, place: Place) -> Office | None:
    """The office a line gives a person: behind the name, before it, or only the organisation."""
    line, named = place.line, place.named
    found = office_after(reading, line.text, named.end) or _office_before(reading, place)
    if found is not None:
        return found
    of = re.match(r"\s+(?:of|from|for|du|de la|de l['’]|من)\s+(?:the\s+)?", line.text[named.end :])
    if of is None:
        return None
    rest = line.text[named.end + of.end() :]
    body = next((b.name for b in reading.bodies(rest) if b.start == 0), None) or arabic_body(rest)
    return Office(None, body, named.end) if body else None


def arabic_body(text: str) -> str | None:
    """An institution whose name begins the text, in Arabic: its noun, and the words up to the next small word."""
    match = _ARABIC_BODY.match(text)
    return match["name"] if match else None


def _office_before(reading: Reading, place: Place) -> Office | None:
    """`Director General: X`, `the focal point of XYZ is X`, `رئيسها X`."""
    text = place.line.text
    start = place.follows.end if place.follows else 0
    before = text[start : place.named.start]
    label = _LABEL.match(before)
    if label and start == 0 and before[label.end() :].strip() == "" and is_role(label["label"]):
        if act_named(Plain.of(label["label"]).text.strip()):
            return None
        return split_office(reading, label["label"].strip(), place.named.end)
    told = _IS_HERE.search(Plain.of(before).text)
    if told and start == 0:
        return _told(reading, before[slice(*Plain.of(before).span(told, "words"))], place.named.end)
    apposed = _APPOSED.search(before) if before.rstrip().endswith(",") else None
    if apposed and is_role(role := apposed["ours"] or apposed["role"]):
        return split_office(reading, role, place.named.end)
    arabic = _ARABIC_BEFORE.search(before)
    if arabic:
        words = arabic["role"].split()
        for first in range(len(words)):
            if is_role(words[first]):
                role = " ".join(words[first:])
                return Office(re.sub(r"^و(?=[مرن])", "", role), None, place.named.end)
    return None


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


def _only_body(reading: Reading, words: str) -> str | None:
    """The organisation, if the words are its name and nothing else."""
    bare = re.sub(r"^(?:the|la|le|l['’])\s*", "", words.strip())
    if arabic_body(bare) == bare:
        return bare
    for body in reading.bodies(bare):
        if body.start == 0 and re.fullmatch(r"\s*(?:\([^)]*\)?)?\.?", bare[body.end :]):
            return body.name
    return None


def _cut(words: str, start: int) -> tuple[str, int]:
    folded = Plain.of(words[:_LONGEST])
    stop = _STOP.search(folded.text)
    kept = words[: folded.place(stop.start())] if stop else words[:_LONGEST]
    return kept.rstrip(), start + len(kept.rstrip())
