"""Offices people hold, as written beside a name: `Director of Training of XYZ`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.act_labels import act_named
from ingest.extract.bodies_spoken_of import body_spoken_of
from ingest.extract.heads import ARABIC_HEADS, HEADS
from ingest.extract.names import Place
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import NOUNS, is_role

_STOP = re.compile(
    r"\s[–—-]\s|\s(?:who|which|whose|that|qui|dont|said|reported|opened|chaired|informed|will|was|has|had|is|et (?=M\.|Mme|Dr)|and (?:by|for|the [a-z]+ of)"
    r"|from \d|since|until|depuis|jusqu|a (?:ouvert|preside|rappele)|to whom|as well as|الذي|التي|منذ|حتي|على ان|من (?=\d))\b"
)
_CLAUSE = re.compile(r"(?:who|which|whose|qui|dont|où|الذي|التي)(?!\w)")
_NEXT_PERSON = re.compile(
    r"(?:and|et) (?:the|his|her|their|its|our|la|le|l['’]|son|sa|leur|notre)(?!\w)|و(?=ال)", re.IGNORECASE
)
"""After a comma: somebody else's office, not a second one of the person before it."""
_OTHER_CLAUSE = re.compile(
    rf"(?:{_NEXT_PERSON.pattern})|(?:{_CLAUSE.pattern})|(?:a|est|ont|sera|was|is|has|had|will|and|et|takes|took|en|appelée?|comes)(?!\w)",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:(?<!\w)(?:our|its|their|your|my|notre|leur|votre)\s+(?P<ours>[^,;:.]{3,120}),\s*$)|(?:^|[,;:.]\s|(?<!\w)(?:and|et|by|par|with|avec|between|entre)\s)(?:the|his|her|la|le|l['’]|son|sa)\s*(?P<role>[^,;:.]{3,120}),\s*$",
    re.IGNORECASE,
)
"""`the Director of the Institute, X`."""
_JOINT = re.compile(r"\s(?:and|et)\s(?:as )?")
_LONGEST = 130
_QUOTED = re.compile(
    r"(?P<role>.{3,60}?) (?:(?:of the |du )?(?:programme|program|projet|project)|برنامج|مشروع) [«“\"](?P<body>[^»”\"]{2,40})[»”\"]$"
)
"""An office of a programme whose name is in quotation marks."""
_OF_THE_PROGRAMME = re.compile(r" (?:(?:of|for) the |du )[Pp]rogram(?:me)?$| البرنامج$")
_BODY_NOUN = re.compile(rf"(?:{'|'.join(HEADS)})(?![\w-])")
_BARE_HEAD = re.compile(
    r"(?:(?:acting|deputy|interim|assistant) )?(?:head|chief|director|manager|cheff?e?|responsable|directeur|directrice|رييس|رييسه|مدير|مديره)(?: p\.?i\.?)?"
)
_UNIT = re.compile(
    r"\b(?:divisions?|departments?|units?|sections?|branch|directorate|services?|departements?|direction|unite|cellule)\b|(?<!\w)(?:ال)?(?:قسم|اداره|وحده|شعبه|دايره|مصلحه)(?!\w)"
)
_LONGEST_UNIT = 8
"""Words."""
_LONGEST_BODY = 11
"""Words of a French body that only its first word shows to be one."""


def _spelled(folded: str) -> str:
    """A pattern for the ways to write a folded Arabic word."""
    return folded.replace("ا", "[اأإآ]").replace("ه", "[هة]").replace("ي", "[يئى]")


_CHUNK = re.compile(
    r"\s*(?P<open>[,،(]|\s-\s|–|—)\s*(?P<words>(?:[^,،;؛():.\n]|\([A-Z][\w&/.-]{1,15}\)|(?<=\b[A-Z])\.){2,150})"
)
_OF = re.compile(
    r"^(?P<role>.{3,90}?)(?:\s+(?:of the|of|at the|at|in the|in|with|for the|for|du|des|de la|de|à la|à l['’]|à|au|auprès de|في|لدى|من|ل)\s+|\s+(?:de l['’]|à l['’]|d['’]|l['’])|\s+(?:of the|du)\s+(?:programme|program|projet)\s+|\s+(?=مركز|هيئة|وكالة|معهد|برنامج)|,\s+)$"
)


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
_ARABIC_BEHIND = re.compile(
    r"\s+(?P<words>[^،,؛;.:()\n]{3,90}?)(?=\s(?:الذي|التي|خلفا|اعتبارا|ابتداء|منذ|في \d)|[،,؛;.:()\n]|$)"
)
_NATION = re.compile(r"\s*\((?P<from>[A-ZÀ-Þ][\w'’ -]{1,40}|[\u0621-\u064a ]{3,30})\)\s*(?=[,،]\s)")
"""Where somebody is from, between their name and their office."""
_ARABIC_BODY = re.compile(
    rf"(?P<name>(?:{'|'.join(_spelled(head) for head in ARABIC_HEADS)})(?: (?!في |من |على |إلى |عن |التي |الذي |و(?!ال(?!سيد|دكتور|مهندس|أستاذ|آنسة)))[\u0621-\u064a]{{3,}}){{1,5}})(?=\s*(?:[،,.)(؛]|$| في | من | و))"
)


@dataclass(frozen=True, slots=True)
class Office:
    """A role and the organisation or programme it is held in, ending at `end` of the line."""

    role: str | None
    organisation: str | None
    end: int


def office_after(reading: Reading, text: str, position: int) -> Office | None:
    """The office that follows a name after a comma, in a bracket or after a dash; in Arabic also with nothing between."""
    nation = _NATION.match(text, position)
    if nation and not is_role(nation["from"]):
        office = office_after(reading, text, nation.end())
        if office is not None and office.role:
            return Office(office.role, office.organisation or _only_body(reading, nation["from"]), office.end)
    first = _CHUNK.match(text, position)
    if first is None:
        return _arabic_behind(reading, text, position)
    words, end = _cut(first["words"], first.start("words"))
    if _CLAUSE.match(words) or _NEXT_PERSON.match(words):
        return None
    if not is_role(words):
        body = _only_body(reading, words)
        return Office(None, body, end) if body else None
    office = split_office(reading, words, end)
    following = _CHUNK.match(text, end)
    if following and (unit := _unit(words, following["words"])):
        return Office(f"{words}, {unit}", None, following.start("words") + len(unit))
    if first["open"] == "(":
        return office
    known = office.organisation in reading.bodies_known or (office.organisation or "").isupper()
    if following is not None and office.organisation is None and len(words.split()) <= 2:
        second = split_office(reading, _cut(following["words"], 0)[0], following.end())
        if second.role and is_role(second.role) and not _OTHER_CLAUSE.match(following["words"]):
            return second if second.organisation else Office(f"{words}, {second.role}", None, second.end)
    if following is not None and following["open"] in ",،" and not known:
        body = _only_body(reading, _cut(following["words"], 0)[0])
        if body:
            return Office(words.strip(" ."), body, following.end())
    return office


def _unit(role: str, following: str) -> str | None:
    """The part of a body that somebody heads, where it stands behind a comma: `Head, Social Division`."""
    words, _ = _cut(following, 0)
    named = _BARE_HEAD.fullmatch(Plain.of(role).text) and _UNIT.search(Plain.of(words).text)
    return words if named and not _OTHER_CLAUSE.match(words) and len(words.split()) <= _LONGEST_UNIT else None


def _arabic_behind(reading: Reading, text: str, position: int) -> Office | None:
    """`المهندس س مدير الإدارة`: an Arabic office with no mark between."""
    beside = _ARABIC_BEHIND.match(text, position)
    if beside is None or not "\u0621" <= beside["words"][0] <= "\u064a" or not is_role(beside["words"]):
        return None
    return split_office(reading, beside["words"], beside.end())


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


def _only_body(reading: Reading, words: str) -> str | None:
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


def _cut(words: str, start: int) -> tuple[str, int]:
    folded = Plain.of(words[:_LONGEST])
    stop = _STOP.search(folded.text)
    kept = words[: folded.place(stop.start())] if stop else words[:_LONGEST]
    return kept.rstrip(), start + len(kept.rstrip())
