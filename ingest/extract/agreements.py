"""Agreements: of which sort, between whom, signed when, valid until when, and in which state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Body, Reading
from ingest.extract.when import find_when
from vectorstore import Fact

_SORTS = (
    ("letter_of_intent", r"letters? of intent|lettres? d'intention|(?:خطاب|رساله|مذكره) نوايا"),
    (
        "memorandum",
        r"memorand(?:um|a)(?: of (?:understanding|cooperation))?|memorandum d'entente|\bmous?\b|مذكر(?:ه|تا|ات|تي) (?:ال)?تفاهم|(?:ال)?مذكره(?! داخليه)",
    ),
    (
        "protocol",
        r"protocole? (?:d'accord|of cooperation|de cooperation)|\bprotocol\b(?= (?:with|between|was signed|signed))|بروتوكول",
    ),
    ("convention", r"convention(?:s)? (?:de (?:partenariat|cooperation)|with|between|avec|entre)|اتفاقيه"),
    ("contract", r"contract (?:with|between)|contrat (?:avec|entre)|عقد مع"),
    (
        "other",
        r"(?:hosting|framework|cooperation|partnership|grant|host country) agreement|accord(?:-cadre)? (?:de (?:siege|cooperation|partenariat)|cadre)|\bagreement (?:with|between)|اتفاق (?:تعاون|اطاري)",
    ),
)
_SORT = re.compile("|".join(rf"(?P<{name}>(?<!\w)(?:{words})(?!\w))" for name, words in _SORTS))
_SIGNED = r"signed|concluded|signee?s?|conclue?s?|paraphee?|وقعت?|وقعه?ا?|الموقعه?|توقيع|توقيعها|ابرمت?|المبرمه?"
_SIGNED_WORD = re.compile(rf"(?<!\w)(?:{_SIGNED})(?!\w)")
_UNSIGNED = re.compile(
    r"(?:has|have|was|were|is|are)(?: still)? not(?: yet)?(?: been)? signed|not yet signed|remains unsigned|unsigned"
    r"|n'a (?:toujours )?pas (?:encore )?ete signe|n'est pas (?:encore )?signe|لم (?:توقع|يوقع)|لم يتم توقيع"
)
_PLANNED = re.compile(
    r"(?:should|to|will|would|could|might) be (?:signed|concluded)|is (?:to be|expected to be) signed|(?:target|date) for signature|signature (?:is )?(?:planned|expected)"
    r"|(?:propose[sd]?|plan(?:s|ned)?|agreed?) (?:to (?:sign|conclude)|the conclusion)|hope(?:s|d)? to sign|prepar\w+ (?:a|the) (?:draft )?memorandum"
    r"|(?:propose|prevu|envisage) (?:de signer|la (?:conclusion|signature))|sera signee?|devrait etre signee?|(?:اتفق|سيوقع|ستوقع|المقرر توقيع|علي توقيع|توقيع مذكره جديده قبل)"
)
_UNTIL = re.compile(
    r"(?:expires?|expiring|expired|expire|valid until|valid to|runs?(?: for [\w ]{3,20},)? until|until|remains in force until|in force until|ends?|came to an end|through"
    r"|valable jusqu'au|court jusqu'au|jusqu'au|prend(?:ra)?(?: donc)? fin|expire(?:ra)?|arrive a (?:echeance|expiration)|echeance"
    r"|ينتهي العمل بها|انتهي العمل بها|تنتهي|ساريه? حتي|ينتهي|انتهت|حتي)(?: on| in| at the end of| le| en| au| في)?(?: the)?\s*$"
)
_WAS_TO = re.compile(r"was (?:due )?to (?:expire|end)|devait expirer|كان (?:من المقرر|مقررا)")
_RENEWED = re.compile(
    r"(?:extended|prolonged|renewed)(?: [\w ]{0,30})?(?: until| to| up to)|remains in force until|(?:prolongee?|reconduite?|renouvelee?)(?: [\w ]{0,30})? jusqu'au"
    r"|تمديد العمل بها (?:الي|حتي)|مددت? (?:الي|حتي)|جدد(?:ت)? (?:الي|حتي)"
)
_FORCE = re.compile(r"enter(?:s|ed)? into force|entree? en vigueur|entre en vigueur|تسري المذكره|يسري|دخلت? حيز")
_ON = re.compile(
    r"(?:signed|concluded|signature,?|signee?s?|conclue?s?|dated|of|du|en date du|توقيعها|الموقعه?|وقع\w*)?"
    r"(?:,? (?:on|in|le|en|on the day of signature,|في|يوم|عام|سنه|بتاريخ))?(?: the)?(?: month of)?\s*$"
)
_DATED_BEFORE = re.compile(rf"(?<!\w)(?:{_SIGNED})(?!\w)[^.;]{{0,110}}$")
_OF_DATE = re.compile(
    r"(?:memorandum|memorandum d'entente|mou|intent|agreement|مذكره|المذكره)(?: of understanding)?,? (?:of|du|de|dated|عام|سنه)?(?: the)?\s*$"
)
_REPLACES = re.compile(
    r"(?:replaces?|replacing|supersedes?|in place of|remplace|se substitue a|تحل محل|حلت محل|بدلا من)\s+(?P<what>[^.;]{4,120})"
)
_PRONOUN = re.compile(
    r"^(?:it|this (?:text|memorandum|agreement)|the (?:memorandum|agreement|text|letter|(?:new )?target)|il|elle|ce texte|ce memorandum|le (?:memorandum|texte)|وهي|و?تسري المذكره|و?المذكره|و?وقع(?:ها|ت المذكره| المذكره))(?!\w)"
)
_LISTED = re.compile(
    r"^(?:the (?:first|second|third|fourth)|the other|(?:le|la) (?:premiere?|deuxieme|seconde?|troisieme)|الاولي|الثانيه|الثالثه)(?!\w)"
)
_DONE_AT = re.compile(r"(?:done|signed|made) (?:at|in)\b|fait a\b|حرر في|وقع في")
_DURATION = re.compile(
    r"(?:for|stands for|period of|pour(?: une duree de)?|duree de|d'une duree de|entente de|مدتها|مده|لمده)\s+(?:a period of )?"
    r"(?P<how_long>(?:\d{1,2}|an?|one|two|three|four|five|six|seven|ten|un|une|deux|trois|quatre|cinq|six|dix|ثلاث|اربع|خمس|عشر|سنتين|سنه)(?: (?:years?|months?|ans?|annees?|mois|سنوات|اشهر))?)(?!\w)"
)
_LINKS = re.compile(
    r"qui lie (?:l'|le |la )?(?P<a>[^.;,]{2,80}?) (?:au|a la|a l'|aux) ?(?P<b>[^.;,]{2,60}?)(?=[,.;]|$)"
)
_WITH = re.compile(r"(?:with|avec|مع|by)(?: the| le| la| l')?\s*$")
_FIRST_WORD = 4
_ARABIC_BETWEEN = re.compile(r"(?<!\w)بين (?P<a>ال[\u0621-\u064a]+) و(?P<b>ال[\u0621-\u064a]+)(?!\w)")
_ARABIC_SIGNED = re.compile(
    r"(?<!\w)وقع[تا]? (?P<a>[^,.;]{3,70}?) و(?P<b>(?!عن )[^,.;\d]{3,70}?)(?: في \d| مذكره| خطاب| رساله)"
)
_TARGET = re.compile(
    r"target (?:for|date for) signature|should be signed|to be signed|will be signed|signature prevue|sera signee?|devrait etre signee?|علي توقيع|سيوقع|ستوقع"
)
_BETWEEN = re.compile(r"(?<!\w)(?:between|entre|بين)(?!\w)")
_ALREADY_REPLACED = re.compile(r"(?:was|been|is) replaced by|a ete remplacee? par|حلت محلها")


@dataclass(frozen=True, slots=True)
class _Agreement:
    """What neighbouring sentences say about one agreement."""

    start: int
    end: int
    line: Line
    what: str
    fields: Mapping[str, str | None]
    this: bool
    """Whether it is the agreement whose text the document is."""


def agreements(reading: Reading) -> Iterator[Fact]:
    """Each agreement a passage speaks of, with all that neighbouring sentences say about it.

    In the text of an agreement every statement about it carries its title and parties.
    """
    own = _own(reading)
    open_one: _Agreement | None = None
    for line in reading.lines:
        if line.kind in ("row", "header") or (line.kind == "heading" and line.start > 0):
            continue
        said = _read(reading, line, open_one, own)
        if said is not None and open_one is not None and _continues(open_one, said):
            merged = {**said.fields, **{name: value for name, value in open_one.fields.items() if value}}
            open_one = replace(said, start=open_one.start, what=open_one.what, fields=merged)
        elif said is not None and said.what != "same":
            yield from _close(reading, open_one, own)
            open_one = said
    yield from _close(reading, open_one, own)
    yield from _done_at(reading, own)


def _own(reading: Reading) -> Mapping[str, str | None]:
    """Title and parties of the document, if it is an agreement itself."""
    if reading.document.kind not in ("memorandum of understanding", "letter of intent"):
        return {}
    for line in reading.lines:
        match = _SORT.search(line.plain.text)
        parties = parties_of(reading, line, match) if match else None
        if parties and "; " in parties:
            return {"title": reading.document.title, "parties": parties}
    return {"title": reading.document.title}


def _done_at(reading: Reading, own: Mapping[str, str | None]) -> Iterator[Fact]:
    """`Done at … on …` at the end of the text of an agreement."""
    for line in reading.lines if own else ():
        when = find_when(line.text, reading.date) if _DONE_AT.match(line.plain.text) else ()
        if len(when) == 1 and when[0].precision == 3:
            signed = {**own, "signed_date": when[0].first, "state": "signed"}
            what = "letter_of_intent" if reading.document.kind == "letter of intent" else "memorandum"
            yield reading.on_line("agreement", line, what=what, **signed)


def _close(reading: Reading, one: _Agreement | None, own: Mapping[str, str | None]) -> Iterator[Fact]:
    if one is None:
        return
    fields = dict(one.fields)
    if (own and not fields.get("parties") and one.this) or (own and fields.get("parties") == own.get("parties")):
        fields.update(own)
    dated = any(value for name, value in fields.items() if name.endswith(("_date", "_until")) or name == "replaces")
    if dated or (fields.get("state") in ("unsigned", "planned") and fields.get("parties")):
        yield reading.fact("agreement", one.start, one.end, one.line.page, what=one.what, **fields)


def _continues(before: _Agreement, said: _Agreement) -> bool:
    """Whether a sentence goes on about the agreement of the sentence right before it."""
    if said.what not in (before.what, "same") or said.line.block != before.line.block:
        return False
    clash = any(
        before.fields.get(name) and said.fields.get(name) and before.fields[name] != said.fields[name]
        for name in ("signed_date", "valid_until", "parties")
    )
    return not clash and said.line.start - before.end < 200 and bool(_PRONOUN.match(said.line.plain.text))


def _read(reading: Reading, line: Line, before: _Agreement | None, own: Mapping[str, str | None]) -> _Agreement | None:
    match = _SORT.search(line.plain.text)
    listed = None if match else _listed(reading, line)
    if match is None and listed is None and not (before is not None and _PRONOUN.match(line.plain.text)):
        return None
    what = str(match.lastgroup) if match else listed or "same"
    fields = _dates(reading, line, match)
    fields["parties"] = parties_of(reading, line, match or (_LISTED.match(line.plain.text) if listed else None))
    replaced = _REPLACES.search(line.plain.text)
    if replaced and _SORT.match(replaced["what"].removeprefix("the ").removeprefix("le ")):
        fields["replaces"] = line.text[slice(*line.plain.span(replaced, "what"))].strip()
    duration = _DURATION.search(line.plain.text)
    fields["duration"] = line.text[slice(*line.plain.span(duration, "how_long"))] if duration else None
    fields["state"] = _state(line, fields)
    if not any(fields.values()):
        return None
    this = (match is not None and match.start() < 40) or what == "same"
    return _Agreement(line.start, line.end, line, what, fields, bool(own) and this)


def _listed(reading: Reading, line: Line) -> str | None:
    """The sort of agreement, for `The first, with …` after a sentence that counts several of one sort."""
    if not _LISTED.match(line.plain.text):
        return None
    for other in reading.earlier(line):
        match = _SORT.search(other.plain.text)
        if match:
            return str(match.lastgroup)
    return None


def _state(line: Line, fields: Mapping[str, str | None]) -> str | None:
    words = line.plain.text
    if _UNSIGNED.search(words):
        return "unsigned"
    if fields.get("renewed_until"):
        return "renewed"
    if _PLANNED.search(words) and not fields.get("signed_date"):
        return "planned"
    if _ALREADY_REPLACED.search(words):
        return "replaced"
    if re.search(r"\b(?:has )?expired\b|came to an end|a expire|a pris fin|انتهي العمل بها", words) and fields.get(
        "valid_until"
    ):
        return "expired"
    return "signed" if fields.get("signed_date") or (_SIGNED_WORD.search(words) and fields.get("parties")) else None


def _dates(reading: Reading, line: Line, match: re.Match[str] | None) -> dict[str, str | None]:
    fields: dict[str, str | None] = {}
    replaced = _REPLACES.search(line.plain.text)
    planned = _PLANNED.search(line.plain.text) or _UNSIGNED.search(line.plain.text)
    dates = find_when(line.text, reading.date)
    for number, when in enumerate(dates):
        since = dates[number - 1].end if number else 0
        if _TARGET.search(line.plain.text) and planned and number == 0:
            fields["planned_date"] = when.first
            continue
        before = Plain.of(line.text[since : when.start]).text
        whole = Plain.of(line.text[: when.start]).text
        if replaced and replaced.start() <= len(whole):
            if _RENEWED.search(before) is None:
                continue
            continue
        name = _meaning(before, whole, match)
        if name == "signed_date" and (planned or when.last):
            continue
        if name and name not in fields:
            fields[name] = when.first
    return fields


def _meaning(before: str, whole: str, match: re.Match[str] | None) -> str | None:
    """What a date of a sentence is the date of, by the words that lead to it."""
    if _RENEWED.search(before[-60:]):
        return "renewed_until"
    if _UNTIL.search(before):
        return "valid_until"
    if re.search(r"\b(?:before|by|avant|d'ici)\b[\w ]{0,20}$|قبل[^.]{0,15}$", before[-30:]):
        return None
    if re.search(r"(?:day of signature,?|تاريخ توقيعها(?: في)?)\s*$", before):
        return "signed_date"
    if _FORCE.search(before):
        return "from_date"
    if _OF_DATE.search(whole) or (_DATED_BEFORE.search(before) and _ON.search(before)):
        return "signed_date"
    if (
        match
        and re.match(r"^(?:[^,;]{0,30}, )?(?:le|on|في)\s*$", whole)
        and _SIGNED_WORD.search(match.string[len(whole) :])
    ):
        return "signed_date"
    return None


def parties_of(reading: Reading, line: Line, match: re.Match[str] | None) -> str | None:
    """The organisations that a sentence names as parties: between A and B, A and B signed, with B."""
    if match is None:
        return None
    bodies = reading.bodies(line.text)
    named = _distinct(reading, [body.name for body in bodies])
    pair = _pair(line) if len(named) < 2 else _two_of(reading, line, match, bodies, named)
    if pair:
        return "; ".join(pair)
    lead = line.plain.text
    return next((body.name for body in bodies if _WITH.search(lead[: body.start])), None)


def _pair(line: Line) -> list[str]:
    """Two parties by the grammar of the sentence, where at most one of them is known as an organisation."""
    for pattern in (_LINKS, _ARABIC_BETWEEN, _ARABIC_SIGNED):
        pair = pattern.search(line.plain.text)
        if pair:
            return [_bare(line.text[slice(*line.plain.span(pair, group))]) for group in ("a", "b")]
    return []


def _two_of(reading: Reading, line: Line, match: re.Match[str], bodies: list[Body], named: list[str]) -> list[str]:
    """The two organisations of a sentence that are the parties, by the words around them."""
    between = _BETWEEN.search(line.plain.text)
    if between:
        start = line.plain.span(between)[1]
        after = _distinct(reading, [body.name for body in bodies if body.start >= start][:3])
        if len(after) > 1:
            return after[:2]
    signed = _SIGNED_WORD.search(line.plain.text)
    if signed is None:
        return []
    verb, noun = line.plain.span(signed)[0], line.plain.span(match)[0]
    if verb < _FIRST_WORD:  # Arabic: the verb stands first
        return named[:2]
    before = [body for body in bodies if body.end <= verb and (verb < noun or body.start > noun)]
    signers = _distinct(reading, [body.name for body in before])
    return signers[-2:] if len(signers) > 1 else []


def _bare(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", name.strip())


def _distinct(reading: Reading, names: list[str]) -> list[str]:
    """Each organisation once, where a short form in brackets follows the long one."""
    short = {d.long: d.short for _, d in reading.defined}
    return [name for number, name in enumerate(names) if not any(short.get(n) == name for n in names[:number])]
