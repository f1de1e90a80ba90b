"""People: who held which office, who did what, who followed whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.careers import Place, changes, follow_up, followed
from ingest.extract.names import Named
from ingest.extract.people_listed import in_tables, signatures
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.roles import Office, is_role, office_after, offices, split_office
from vectorstore import Fact

_ACTS = (
    ("opened", r"opened|opening (?:by|remarks)|in (?:his|her) opening|a (?:ouvert|inaugure)|افتتح"),
    ("chaired", r"chaired|presided|in the chair|chair|a preside|ont preside|presidente?|تراس|ادار|تدير|يدير|برياسه"),
    ("moderated", r"moderat(?:ed|or)|modere|moderateur|moderatrice"),
    ("signed", r"signed|a (?:ete )?signe|ont signe|وقع"),
    ("represented", r"represented|representait|a represente|مثل"),
    ("led", r"led|was the lead trainer|lead expert|a dirige|conducted|قاد"),
    ("presented", r"presented|a presente|عرض"),
)
_ACT_AFTER = tuple(
    (act, re.compile(rf"^[\s,]*(?:and |et )?(?:then |also )?(?:{words})(?![\w-])")) for act, words in _ACTS
)
_ACT_LABEL = (
    (
        "chaired",
        re.compile(
            r"^(?:chair(?:man|woman|person)?|in the chair|presidente?|presidence|president de seance|رياسه الجلسه|رييس الجلسه|الرياسه)$"
        ),
    ),
    ("secretary", re.compile(r"^(?:secretary|rapporteur|secretaire(?: de seance)?|rapporteuse|امين السر|المقرر)$")),
    ("moderated", re.compile(r"^(?:moderator|moderateur|moderatrice|ميسر الجلسه)$")),
    ("author", re.compile(r"^(?:author|written by|prepared by|auteur|redacteur|redactrice|auteure|الكاتب|اعداد)$")),
    ("editor", re.compile(r"^(?:editor|redaction|redacteur en chef)$")),
    (
        "present",
        re.compile(
            r"^(?:present|participants?|attendees|attendance|around the table|members present|delegation|presents|etaient presents|personnes rencontrees|الحضور|الحاضرون|اعضاء حضروا)$"
        ),
    ),
    (
        "apologised",
        re.compile(r"^(?:apologies|absent|excused|excuses|absents(?: excuses)?|اعتذر عن الحضور|المعتذرون)$"),
    ),
)
_LABEL = re.compile(r"^(?P<label>[^:.]{2,40}?)\s*:\s+")
_FORMER = re.compile(r"^(?:formerly|former|ex-|previously|ancien(?:ne)?|jadis|سابق)")
_FORMER_WORDS = re.compile(
    r"^(?:formerly|previously|former|ex-|anciennement|ancien(?:ne)?)\s*(?:an?|the|la|le)?\s*", re.IGNORECASE
)
_AND = re.compile(r"^\s*,?\s*(?:and|et)(?: by| par)?(?: the| la| le)?\s*$")
_BY = re.compile(r"\b(?:by|par)(?: the| la| le)?\s*$")
_FOR_GROUP = re.compile(
    r"^[\s:;.]*(?:(?:participants?|present)[.:]\s*)?(?:for|pour|عن)\s+(?:the |le |la |l')?(?P<who>.{2,90}?)\s*:\s*$"
)
_SIGNED_FOR = re.compile(r"^,?\s*(?:signed for|represented|on behalf of|for|pour|a signe pour)\s+(?:the |le |la |l')?")


def people(reading: Reading) -> Iterator[Fact]:
    """What is said of each person, each statement once."""
    seen: set[tuple[str | None, ...]] = set()
    for fact in (*_in_text(reading), *in_tables(reading), *signatures(reading)):
        said = tuple(fact.fields.get(name) for name in ("role", "organisation", "act", "replaced"))
        state = fact.fields.get("state")
        key = (fact.fields["name"], *said, None if state == "current" else state)
        if (any(said) or state == "left") and key not in seen:
            seen.add(key)
            yield fact


def _in_text(reading: Reading) -> Iterator[Fact]:
    for line in reading.lines:
        if line.kind in ("row", "header", "heading"):
            continue
        yield from follow_up(reading, line)
        group: str | None = None
        act: str | None = None
        previous: Named | None = None
        for named in reading.names.find(line.text):
            before_raw = line.text[previous.end if previous else 0 : named.start]
            place = Place(line, named, Plain.of(before_raw).text, Plain.of(line.text[named.end :]).text, previous)
            if before_raw.rstrip().endswith(":"):
                group = _group(reading, before_raw)
            act = act if _AND.match(place.before) else None
            for fact in _about(reading, place, group, act):
                act = fact.fields.get("act") if _BY.search(place.before) or act else None
                yield fact
            previous = named


def _group(reading: Reading, before: str) -> str | None:
    """`For the XYZ:` or `XYZ:` before people."""
    if not before.rstrip().endswith(":"):
        return None
    bodies = reading.bodies(before)
    match = _FOR_GROUP.search(Plain.of(before).text)
    if match is not None:
        return bodies[-1].name if bodies else before[slice(*Plain.of(before).span(match, "who"))]
    if bodies and re.fullmatch(r"\)?\s*(?:\([^()]{2,20}\))?\s*:\s*", before[bodies[-1].end :]):
        return bodies[-1].name
    return None


def _about(reading: Reading, place: Place, group: str | None, shared: str | None) -> Iterator[Fact]:
    line, named = place.line, place.named
    office = _office(reading, place)
    about: dict[str, str | None] = {"name": named.name, "honorific": named.honorific}
    taken = changes(reading, place)
    for change in taken:
        yield reading.on_line("person", line, **{**about, **change})
    if taken and (office is None or taken[0].get("state") != "left"):
        return
    act, for_whom = _act(reading, place)
    act = act or shared or _signs(reading, place)
    if act is None and not taken and office is None and group is None:
        return
    for one in offices(reading, office) if office else [Office(None, None, 0)]:
        if act or one.role or one.organisation:
            yield _statement(reading, place, one, for_whom or group, {**about, "act": act})


def _statement(
    reading: Reading, place: Place, office: Office, organisation: str | None, about: dict[str, str | None]
) -> Fact:
    role = office.role
    former = role is not None and bool(_FORMER.match(Plain.of(role).text))
    state = "former" if former else "current" if role else None
    replaced, since = followed(reading, place) if role and not former else (None, None)
    if replaced:
        state = "appointed"
    return reading.on_line(
        "person",
        place.line,
        **about,
        role=_FORMER_WORDS.sub("", role) if role and former else role,
        organisation=office.organisation or organisation,
        from_date=since,
        at_date=(since or reading.date) if role and not former else None,
        state=state,
        replaced=replaced,
    )


def _office(reading: Reading, place: Place) -> Office | None:
    line, named = place.line, place.named
    after = office_after(reading, line.text, named.end)
    if after is not None:
        return after
    before = _role_before(reading, place)
    if before is not None:
        return before
    of = re.match(r"\s+(?:of|from|for|du|de la|de l['’]|من)\s+(?:the\s+)?", line.text[named.end :])
    if of:
        rest = line.text[named.end + of.end() :]
        body = next((b for b in reading.bodies(rest) if b.start == 0), None)
        if body is not None:
            return Office(None, body.name, named.end)
    return None


_ARABIC_BEFORE = re.compile(r"(?P<role>(?:[\u0621-\u064a\u064b-\u0652]+\s+){1,3})$")


def _role_before(reading: Reading, place: Place) -> Office | None:
    """`Director General: X`, `lead expert was X`, `رئيسها X`."""
    text = place.line.text
    start = place.follows.end if place.follows else 0
    before = text[start : place.named.start]
    label = _LABEL.match(before)
    if label and start == 0 and before[label.end() :].strip() == "" and is_role(label["label"]):
        if any(pattern.match(Plain.of(label["label"]).text) for _, pattern in _ACT_LABEL):
            return None
        return split_office(reading, label["label"], place.named.end)
    arabic = _ARABIC_BEFORE.search(before)
    if arabic:
        words = arabic["role"].split()
        for first in range(len(words)):
            if is_role(words[first]):
                role = " ".join(words[first:])
                return Office(re.sub(r"^و(?=[مرن])", "", role), None, place.named.end)
    return None


def _act(reading: Reading, place: Place) -> tuple[str | None, str | None]:
    """What a person did, and for which organisation."""
    line, named = place.line, place.named
    label = _LABEL.match(line.plain.text)
    if label and label.end() <= named.start + 2:
        for act, pattern in _ACT_LABEL:
            if pattern.match(label["label"].strip()):
                return act, None
    skipped = office_after(reading, line.text, named.end)
    at = skipped.end if skipped else named.end
    after = Plain.of(line.text[at:]).text
    for act, pattern in _ACT_AFTER:
        match = pattern.match(after)
        if match and act in ("opened", "signed", "led", "chaired", "moderated"):
            return act, _for_whom(reading, line.text[at:], after) if act == "signed" else None
    if _ARABIC_SIGNED.search(line.plain.text) and (on_behalf := _ARABIC_BEHALF.search(place.before)):
        start = place.follows.end if place.follows else 0
        raw = line.text[start : named.start]
        return "signed", raw[slice(*Plain.of(raw).span(on_behalf, "who"))]
    return _act_before(reading, place)


_ARABIC_SIGNED = re.compile(r"(?<!\w)و?وقع(?:ت|ها|ه)?(?!\w)")
_ARABIC_BEHALF = re.compile(r"(?<!\w)و?عن (?P<who>ال[\u0621-\u064a]+)(?: (?:[\u0621-\u064a]+)){0,2}\s*$")


def _signs(reading: Reading, place: Place) -> str | None:
    """`For the Union: X, Secretary-General` at the end of an agreement."""
    agreement = reading.document.kind in ("memorandum of understanding", "letter of intent")
    alone = place.follows is None and _FOR_GROUP.match(place.before)
    return "signed" if agreement and alone else None


def _for_whom(reading: Reading, raw: str, after: str) -> str | None:
    match = _SIGNED_FOR.match(after)
    if match is None:
        return None
    body = next((b for b in reading.bodies(raw) if b.start <= match.end() + 5), None)
    return body.name if body else None


_BEFORE = (
    ("represented", re.compile(r"was represented by(?: the)?\s*$|represente par\s*$|(?:^|\W)و?مثلت?\s[^,.]{2,40}$")),
    ("led", re.compile(r"تراس وفد [^,.]{2,25}$|was led by\s*$|dirigee? par\s*$|و?قاد(?:ت)? (?:التدريب|الوفد)\s*$")),
    (
        "opened",
        re.compile(
            r"opened by\s*$|opening by\s*$|ouverte? par\s*$|in (?:his|her) opening (?:words|remarks)\s*$|^و?افتتحت? [^,.]{2,30}$"
        ),
    ),
    (
        "chaired",
        re.compile(
            r"chaired by\s*$|presidee? par\s*$|برياسه\s*$|تراس [^,.]{0,25}$|^و?[تي]دير (?:الندوه|الجلسه|الاجتماع|الورشه)\s*$|و?ادارت? (?:الندوه|الجلسه)\s*$"
        ),
    ),
    ("signed", re.compile(r"signed by\s*$|signee? par\s*$")),
)


def _act_before(reading: Reading, place: Place) -> tuple[str | None, str | None]:
    before = place.before
    if "\u0621" <= place.named.name[0] <= "\u064a":  # the office may stand between the verb and the name
        before = before.rstrip()
    for act, pattern in _BEFORE:
        if pattern.search(before):
            bodies = reading.bodies(place.line.text[: place.named.start]) if act == "represented" else []
            return act, bodies[-1].name if bodies else None
    return None, None
