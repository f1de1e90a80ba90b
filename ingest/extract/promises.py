"""The grammar of a promise: `INVA will send the draft by 30 June (Mr. X)`, in the three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when

_BY = re.compile(
    r"(?:no later than|not later than|at the latest(?: by)?|before the end of|by the end of|before|by(?: the end of)?|until|au plus tard|avant la fin de(?: l'annee)?|d'ici(?: a| au| la fin de)?|avant(?: la fin d[eu])?(?: mois d[eu])?|pour"
    r"|في موعد اقصاه|قبل(?: نهايه)?(?: عام| شهر)?|بحلول(?: نهايه)?|حتي|في اجل اقصاه)(?: the| le| l'| early| mid-| end of| fin)?\s*$"
)
_IN = re.compile(r"(?:,? in| on|,? en|,? le|,? au cours de|,? during|في(?: عام| شهر)?)\s*$")
_WILL = re.compile(
    r"^(?:(?:in turn|finally|also|next|then|en outre|enfin),? )?(?P<who>[^;:]{2,130}?),? (?P<verb>(?:will|shall)(?: also| then| in turn| each)?|undertook to|undertakes to|committed (?:itself |himself |herself |themselves )?to|commits to|promised to|pledged to|agreed to|is to|are to|must)\s+(?P<what>(?!be (?:held|opened?)|take place|not\b|retire|leave)[a-z].{3,})$"
)
_FUTURE_VERB = re.compile(r"(?<![\w'-])(?P<verb>[a-z]{2,}r(?:a|ont|ons))(?![\w'-])")
_NO_VERB = frozenset(
    [
        "camera",
        "opera",
        "extra",
        "cholera",
        "agora",
        "contra",
        "infra",
        "supra",
        "front",
        "sera",
        "seront",
        "aura",
        "auront",
        "pourra",
        "pourront",
        "devra",
        "devront",
        "faudra",
        "tiendra",
        "tiendront",
    ]
)
_ENGAGES = re.compile(
    r"^(?P<who>[^;:]{2,130}?) (?:s'engage|s'est engagee?|se sont engagee?s|s'engagent|ont convenu|est chargee?) (?:a|de|d')\s?(?P<what>.{3,})$"
)
_ARABIC_VERB = re.compile(
    r"^(?:علي ان |و|كما )*(?P<verb>(?:س?[تي])[\u0621-\u064a]{2,8}|تعهدت?|التزمت?)\s+(?P<rest>.{5,})$"
)
_ARABIC_DUTY = re.compile(
    r"^(?:و?علي|و?يتعين علي) (?P<who>(?!ان )[\u0621-\u064a ]{3,40}?) ان (?P<what>[تي][\u0621-\u064a]{2,8} .{5,})$"
)
_ARABIC_HEAD = re.compile(
    r"^(?:هييه|وكاله|مركز|معهد|وزاره|صندوق|مجلس|شبكه|كل|جامعه|منظمه|لجنه|امانه|اتحاد|مكتب|موسسه|ادراه|حكومه)$"
)
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,3}")
"""As minutes write who has a task."""
_BRACKET_END = re.compile(r"\((?P<inside>[^()]{3,140})\)\.?\s*$")
_ARABIC_WILL = re.compile(r"(?:علي ان|و?س[يت](?!ار|اس|ول|ده|د\b)[\u0621-\u064a]*[^ه\s](?!\w))")
"""A verb of what will be, which a car or a policy, سيارة and سياسة, only looks like."""
_ARABIC_CAN = re.compile(
    r"ال(?:هييه|وكاله|مركز|معهد|وزاره|صندوق|مجلس|شبكه|جامعه|منظمه|لجنه|امانه|اتحاد|مكتب|موسسه|اداره|حكومه|رابطه|اكاديميه|غرفه|جمعيه|فريق|قسم|وحده|طرف|طرفان|اطراف|دول|دوله|اعضاء|مشاركون|بلدان|شركاء|شريك|مضيف|خبير|خبراء|منسق|منسقه|مدير|مديره|رييس|رييسه|امين|امينه|مستشار|مقرر|سكرتاريه|رياسه|برنامج|مصرف|بنك|جانب|جانبان|وفد|وفود|كليه|مدرسه|مختبر)(?!\w)"
)
"""Who can promise, by one word with the article."""
_OWNER_LABEL = re.compile(r"^(?:responsible|owner|lead|action by|action|responsables?|pilote|المسوول|المسووله)\s*:\s*")
_OWNER_SENTENCE = re.compile(
    r"[.;]\s+(?:owner|responsible|lead|responsable|المسوول)\s*:\s*(?P<who>[^.;()]{3,80}|[^()]{3,80}?)\.?\s*$"
)
_CLAUSE = re.compile(
    r"\s*;\s*|(?<=\w),? (?:and|et) (?=(?:the |le |la |l')?[A-ZÀ-Þ][\w'-]*(?: [\w'-]+){0,5} (?:will|undertook|shall)\b)"
)
_GROUP = re.compile(
    r"^(?:the |both |each |les |le |la |l'|every |all )?(?:two |deux )?(?:parties|party|sides?|institutions?|delegations?|secretariat|centre|center|agency|committee|department|unit|rector|minister|director|host|hosts|experts?|"
    r"member (?:states|countries)|government|organisations?|university|union|bureau|council|fund|commission|institut\w*|agence|comite|office|unite|parties|partie|reseau|forum|pays (?:hote|membres?)|coordinat\w+|beneficiar\w+|trainers?|participants)\b"
)
_WE = re.compile(
    r"(?:we|nous)(?: vous)?|votre (?:institution|organisation|centre)|your (?:institution|organi[sz]ation|centre|office)"
)
_NOBODY = re.compile(
    r"^(?:it|this|that|these|there|which|who|results?|the (?:results?|course|workshop|webinar|forum|meeting|form|programme|text|memorandum|draft|report|city|offer|pilot)|il|elle|elles|ils|ce|cela|qui|le (?:texte|programme|memorandum|rapport|sejour)|la (?:formation|reunion|session)|l'(?:atelier|interpretation)|les resultats|une? )\b"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise, as far as the sentence says it."""

    who: str | None
    what: str
    due_date: str | None
    due: str | None
    responsible: str | None
    state: str = "open"


def read_promise(reading: Reading, line: Line, *, follow_up: bool) -> Iterator[Promise]:
    """Promises in English and French, one a clause."""
    responsible, text = _split_owner(reading, line.text)
    start = 0
    for part in [*_CLAUSE.finditer(text), None]:
        clause = text[start : part.start() if part else len(text)]
        start = part.end() if part else start
        promise = _clause(reading, clause.strip(), responsible, follow_up=follow_up)
        if promise:
            yield promise


def _clause(reading: Reading, clause: str, responsible: str | None, *, follow_up: bool) -> Promise | None:
    folded = Plain.of(clause)
    match = _WILL.match(folded.text) or _ENGAGES.match(folded.text)
    if match:
        who, what = (clause[slice(*folded.span(match, group))] for group in ("who", "what"))
    else:
        start = _future(clause, folded)
        who, what = clause[:start], clause[start:]
    subject = _subject(reading, who, follow_up=follow_up) if who.strip() else None
    if subject is None:
        return None
    due, end, cut = _due(reading, what)
    return Promise(subject, what[:cut].strip(" ,.;") or what, due, end, responsible)


def _future(clause: str, folded: Plain) -> int:
    """Where a French verb in the future stands, with the little words before it; 0 if there is none."""
    for match in _FUTURE_VERB.finditer(folded.text):
        start = folded.span(match)[0]
        if match["verb"].endswith("ons") and not re.search(r"\bnous\b", folded.text[: match.start()]):
            continue
        if clause[start].islower() and match["verb"] not in _NO_VERB:
            little = re.search(r"(?:\b(?:en|y|vous|lui|leur|se|le|la|les) |\b(?:l|s)['’])+$", clause[:start])
            return little.start() if little else start
    return 0


def read_colon(reading: Reading, line: Line) -> Promise | None:
    """`NACR: send the text by 30 September (Ms. V)` and `Draft text: NACR, 30 September`."""
    responsible, text = _split_owner(reading, line.text)
    head, colon, tail = text.partition(":")
    head, tail = head.strip(), tail.strip().rstrip(".")
    if not colon or not tail or len(head) > 90:
        return None
    dates = find_when(tail, reading.date, "future")
    if _INITIALS.fullmatch(head) and dates:
        due, end, cut = _due(reading, tail)
        return Promise(head, tail[:cut].strip(" ,.;"), due, end, responsible)
    if dates and dates[-1].end == len(tail):
        holder = re.sub(r"[,\s]+(?:by|before|avant(?: le)?|pour(?: le)?|قبل)?\s*$", "", tail[: dates[-1].start]).strip()
        who = _holder(reading, holder)
        if who:
            return Promise(who, head, dates[-1].first, tail[dates[-1].start :], responsible)
    who = _holder(reading, head) or ("Both" if head.lower() in ("both", "both sides", "all") else None)
    if who is None:
        return None
    due, end, cut = _due(reading, tail)
    return Promise(head if who == "Both" else who, tail[:cut].strip(" ,.;"), due, end, responsible)


def read_nameless(reading: Reading, line: Line) -> Promise | None:
    """An item with a day by which, that does not say who."""
    responsible, text = _split_owner(reading, line.text)
    due, written, cut = _due(reading, text)
    if due is None or written is None or not _BY_START.match(Plain.of(written).text):
        return None
    what = re.sub(r"^\d{1,2}\.\s*", "", text[:cut]).strip(" ,.;")
    return Promise(None, what, due, written, responsible) if len(what.split()) > 1 else None


_BY_START = re.compile(
    r"(?:no later|not later|at the latest|before|by|until|au plus tard|avant|d'ici|قبل|في موعد|بحلول|في اجل)(?!\w)"
)


def read_arabic_promise(reading: Reading, line: Line, *, follow_up: bool) -> list[Promise]:
    """Verb first, then who, then what: `ترسل الوكالة النص قبل 30 سبتمبر`."""
    if not re.match(r"[\u0621-\u064a]", line.plain.text[:1]):
        return []
    responsible, text = _split_owner(reading, line.text)
    found = []
    for clause in re.split(r"[؛;]|،\s*(?=(?:على أن|كما|و?س[تي])\s?)", text):
        folded = Plain.of(clause.strip())
        duty = _ARABIC_DUTY.match(folded.text)
        if duty:
            due, end, cut = _due(reading, clause.strip()[folded.span(duty, "what")[0] :])
            what = clause.strip()[folded.span(duty, "what")[0] :][:cut]
            found.append(
                Promise(clause.strip()[slice(*folded.span(duty, "who"))], what.strip(" ،."), due, end, responsible)
            )
            continue
        match = _ARABIC_VERB.match(folded.text)
        if match is None or not (follow_up or _ARABIC_WILL.match(folded.text)):
            continue
        raw = clause.strip()[slice(*folded.span(match, "rest"))]
        who, rest = _arabic_subject(reading, raw)
        due, end, cut = _due(reading, rest)
        if who and rest:
            start = folded.span(match, "verb")[0]
            what = clause.strip()[start : len(clause.strip()) - len(rest) + cut].strip(" ،.")
            found.append(Promise(who, what, due, end, responsible))
    return found


def _arabic_subject(reading: Reading, text: str) -> tuple[str | None, str]:
    people = reading.names.find(text)
    if people and people[0].start == 0:
        return people[0].name, text[people[0].end :].strip()
    bodies = reading.bodies(text)
    if bodies and bodies[0].start == 0:
        rest = text[bodies[0].end :]
        return bodies[0].name, re.sub(r"^\s*\([^)]*\)", "", rest).strip()
    words = text.split()
    folded = Plain.of(words[0]).text
    if folded.startswith("ال") and len(words) > 2 and _ARABIC_CAN.match(folded):
        return words[0], " ".join(words[1:])
    if len(words) > 3 and _ARABIC_HEAD.match(folded):
        return " ".join(words[:2]), " ".join(words[2:])
    if len(words) > 2 and words[0] in reading.countries:
        return words[0], " ".join(words[1:])
    return None, text


def _subject(reading: Reading, who: str, *, follow_up: bool) -> str | None:
    """Who promises, if the words before the verb name somebody who can."""
    words = who.strip(" ,")
    folded = Plain.of(words).text
    people = reading.names.find(words)
    if len(people) == 1 and folded[: people[0].start].strip(" ,.;:") in ("", "le", "la", "the"):
        return people[0].name if " " in people[0].name else words[people[0].start : people[0].end]
    if people and people[0].start == 0 and people[-1].end == len(words):
        return words
    if people:
        return None
    if _WE.fullmatch(folded):
        return words if reading.document.kind == "letter" else None
    if _NOBODY.match(folded):
        return None
    bare = re.sub(r"^(?:The|Le|La|Les|the|le|la|les|L['’]|l['’])\s*", "", words)
    bodies = reading.bodies(bare)
    if bodies and bodies[0].start == 0:
        rest = bare[bodies[0].end :].strip()
        if not rest or re.fullmatch(r"\([^)]*\)", rest) or re.match(r"(?:and|et)\s", rest):
            return bare if re.match(r"(?:and|et)\s", rest) else bodies[0].name
    if _GROUP.match(folded) and len(words.split()) <= 6:
        return words
    if follow_up and len(words.split()) <= 5 and bare[:1].isupper() and "," not in words:
        return bare
    return bare if bare in reading.countries else None


def _holder(reading: Reading, words: str) -> str | None:
    """A person or organisation that fills these words."""
    people = reading.names.find(words)
    if people and people[0].start == 0 and people[-1].end == len(words):
        return people[0].name if len(people) == 1 and " " in people[0].name else words
    bare = re.sub(r"^(?:The|Le|La|the|le|la|L['’]|l['’])\s*", "", words)
    bodies = reading.bodies(bare)
    if bodies and bodies[0].start == 0 and bodies[-1].end == len(bare):
        return bare
    return words if _GROUP.match(Plain.of(words).text) and len(words.split()) <= 4 else None


def _due(reading: Reading, what: str) -> tuple[str | None, str | None, int]:
    """The day by which, the words that say so, and where they start; the length of the text where there is none."""
    for when in reversed(find_when(what, reading.date, "future")):
        before = Plain.of(what[: when.start]).text
        by = _BY.search(before)
        if by:
            return when.last or when.first, what[by.start() : when.end], by.start()
        remark = re.match(r"\s*[,،(]", what[when.end :])
        if remark and _IN.search(before) and (reading.date is None or when.first > reading.date[: len(when.first)]):
            at = _IN.search(before)
            return (
                when.first,
                what[at.start() if at else when.start : when.end].strip(" ,"),
                at.start() if at else when.start,
            )
        if _IN.search(before) and when.end >= len(what.rstrip(" .")) and when.precision >= 2:
            at = _IN.search(before)
            if reading.date and when.first < reading.date[: len(when.first)]:
                continue
            return (
                when.first,
                what[at.start() if at else when.start : when.end].strip(" ,"),
                at.start() if at else when.start,
            )
    return None, None, len(what)


def _split_owner(reading: Reading, text: str) -> tuple[str | None, str]:
    """The person in charge at the end of an item, and the item without."""
    sentence = _OWNER_SENTENCE.search(Plain.of(text).text)
    if sentence:
        people = reading.names.find(text[sentence.start("who") :])
        return (people[0].name if people else text[sentence.start("who") :].strip(" .")), text[: sentence.start()]
    bracket = _BRACKET_END.search(text)
    if bracket is None:
        return None, text
    people = reading.names.find(bracket["inside"])
    inside = Plain.of(bracket["inside"]).text
    label = _OWNER_LABEL.match(inside)
    if people and (label or people[0].start == 0):
        return "; ".join(person.name for person in people), text[: bracket.start()].rstrip()
    return None, text
