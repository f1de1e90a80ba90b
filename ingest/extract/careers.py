"""Offices taken and left: since when, until when, and after whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.lines import Line
from ingest.extract.names import Named, Place
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.roles import Office, is_role, office_after, offices, split_office
from ingest.extract.when import find_when
from vectorstore import Fact

_NOW_WORDS = (
    r"(?:is now|is|becomes|became|(?:took|takes|assumed|assumes) office as|(?:was|has been|had been|is) (?:appointed|elected|named|designated|promoted|sworn in)(?: as| to)?"
    r"|(?:assumed|took up|takes up|has taken up) (?:the |his |her )?(?:post|position|duties|functions|office)(?: as| of)"
    r"|takes over as|took over as|(?:joins?|joined|has joined) (?P<at>[\w' ]{2,60}?) as|succeeds (?:him|her|them) as|succeeded (?:him|her|them) as"
    r"|devient|will act as|acts as|is acting|est devenue?|devenue?|est (?:desormais|nommee?|elue?)|a ete (?:nommee?|elue?|designee?)|a pris (?:ses|les) fonctions (?:de|comme|en qualite de)|prend(?:ra)? ses fonctions (?:de|comme)|occupe le poste de)"
)
_IS_NOW = re.compile(rf"^\s*,?\s*(?:(?:who|qui) )?(?P<how>{_NOW_WORDS})\s+(?P<role>[^,;.()]{{3,110}})")
_PRONOUN_NOW = re.compile(rf"^(?:she|he|elle|il)\s+(?P<how>{_NOW_WORDS})\s+(?P<role>[^,;.()]{{3,110}})")
_TAKES_OVER = re.compile(
    r"^\s*(?:takes over|took over|prend la tete d[eu]|prend en charge)\s+(?:the |la |le |l')?(?P<what>[^,;.()]{3,80})"
)
_APPOINTED_BEFORE = re.compile(r"(?:تعيين|عين|عينت|انتخب|انتخاب|nomination de|appointment of|appointed|nomme)\s*$")
_NEW_ROLE = re.compile(
    r"\s*(?:as |comme |to be )?(?P<role>[^,،;؛.()]{3,60}?)(?=\s(?:لمدة|for|from|pour|اعتبار|منذ|بدل|ابتداء)|[,،;؛.]|$)"
)
_LEFT = re.compile(
    r"^[\s,]*(?:(?:who|qui)\s+)?(?:(?:had |has )?left (?:(?:his|her|the|their) (?:[\w-]+ ){0,4}?(?:post|office|position|service|organi[sz]ation|cent(?:re|er)|agency|union|institute|secretariat|council|ministry|university|fund|network)\b)|will (?:leave|retire)|retired|has retired|resigned|stepped down|quitte(?:ra)?\b|a quitte|died\b|passed away|est decedee?|part (?:en|a la) retraite|a pris sa retraite)"
)
_LEFT_BEFORE = re.compile(
    r"(?:انتهاء ولايه|تقاعد|استقاله|departure of|retirement of|depart de|fin du mandat d[eu])\s*$"
)
_TERM_ENDS = re.compile(r"^\s*(?:ends|expires|s'acheve|prend fin)")
_REPLACED = re.compile(
    r"(?:who )?(?:replaced|replaces|succeeds|succeeded|took over from|takes over from|following|in (?:place|succession) (?:of|to)|took over as [^.;]{3,80} after|follows)\s*$"
    r"|(?:qui )?(?:a (?:pris la (?:suite|releve) d[eu]|remplace|succede a)|remplace|succede a|prend la (?:suite|releve) d[eu])\s*$"
    r"|(?:خلفا ل|محل|خلف|خلفت|بدلا من)\s*$"
)
_REPLACED_BY = re.compile(
    r"(?:(?:has|had|have|was|were|is|been) )+(?:replaced|succeeded) by\s*$|(?:a ete|est|avait ete) (?:remplacee?) par\s*$"
)
_AS = re.compile(r"^,?\s*(?:as|comme|en tant que)\s+(?P<role>[^,;.()]{3,110})")
_GIVEN_BEFORE = re.compile(
    r"(?:is|are|was|has been) (?:now )?(?:led|headed|managed|run|coordinated) by\s*$|entrusted to\s*$|(?:est|a ete) (?:desormais )?(?:confiee?s? a|dirigee? par|coordonnee? par)\s*$"
)
_HE_REPLACED = re.compile(rf"^(?:she|he|elle|il)\s+(?:{_REPLACED.pattern})")
_PREDECESSOR = re.compile(r"^(?:his|her|their|son|sa) (?:predecessor|predecesseure?),?\s*$")
_ITEM_CODE = re.compile(r"^(?:\d{1,2}\. )?(?P<code>[A-Z][\w]*[A-Z][\w-]*)\.\s*$")
"""`FOSEC.` at the head of an item."""
_COORDINATES = re.compile(
    r"^,?\s*(?:(?:who|qui) )?(?P<verb>(?:has )?coordinate[sd]?|coordonne|(?:has )?(?:heads|headed|leads|led|manages|managed|directs|directed)|dirige|pilote|gere)\s+(?P<what>[^,;.()]{2,80})"
)
_HELD_AS = {
    "coordina": "coordinator",
    "coordonn": "coordinateur",
    **dict.fromkeys(["heads", "headed", "leads", "led"], "head"),
    **dict.fromkeys(["manages", "managed"], "manager"),
    **dict.fromkeys(["directs", "directed"], "director"),
    "dirige": "directeur",
    **dict.fromkeys(["pilote", "gere"], "responsable"),
}
"""The office by the first letters of the verb."""
_LED = re.compile(
    r"(?:the |la |le |l['’])?(?P<what>[A-Z][A-Z&-]{1,9}(?![\w-])|(?:[A-ZÀ-Þ][\w'’-]+ ){1,4}(?:Division|Department|Unit|Section|Office|Programme|Program|Desk|Service|Branch|Team)"
    r"|(?:Division|Département|Service|Unité|Section|Bureau|Programme|Direction|Cellule) (?:de |des |du |d['’])?[\w'’ -]{3,40}?(?= depuis| à | du |$))"
)
"""What somebody is at the head of."""
_SINCE = re.compile(
    r"(?:since|depuis|from|as of|with effect from|a compter du|a partir du|منذ|اعتبارا من|تبدا في|ابتداء من|in|on|en|le|في)(?: the| le| du)?\s*$"
)
_ROLE_ENDS = re.compile(
    r"\s(?:from|since|on|until|depuis|with effect|effective|as of|à compter|à partir|for (?:a|two|three|four|five)|in (?=[A-Z])|to (?=[A-Z])|and (?:took|takes|will))(?!\w)"
)


def changes(reading: Reading, place: Place) -> list[dict[str, str | None]]:
    """The offices a person takes or leaves in a line; empty if it does not say so."""
    line, named = place.line, place.named
    skipped = office_after(reading, line.text, named.end)
    for start in dict.fromkeys((named.end, _behind_remark(line.text, named.end))):
        folded = Plain.of(line.text[start:])
        now = _IS_NOW.match(folded.text)
        if now and is_role(now["role"]):
            role = line.text[start:][slice(*folded.span(now, "role"))]
            at = line.text[start:][slice(*folded.span(now, "at"))] if now["at"] else None
            return _taken(reading, place, role, _before_in_block(reading, line) if "succe" in now["how"] else None, at)
    if _APPOINTED_BEFORE.search(place.before):
        new = _NEW_ROLE.match(line.text[named.end :])
        if new and is_role(new["role"]):
            return _taken(reading, place, new["role"], None)
    if place.follows is not None and _REPLACED_BY.search(place.before):
        told = _AS.match(place.after)
        role = line.text[named.end :][slice(*Plain.of(line.text[named.end :]).span(told, "role"))] if told else ""
        return _taken(reading, place, role, place.follows.name)
    given = _GIVEN_BEFORE.search(place.before)
    if given and place.follows is None:
        return _given(reading, place, given)
    over = _TAKES_OVER.match(place.after)
    if over and not _REPLACED.search(place.after[: over.end()]):
        return [_over(reading, place, over)]
    behind = skipped.end if skipped else _behind_remark(line.text, named.end)
    held = _COORDINATES.match(place.after if behind == named.end else Plain.of(line.text[behind:]).text)
    if held:
        what = Plain.of(line.text[behind:]).span(held, "what")[0]
        return _held(reading, place, held, line.text[behind:][what:])
    return _left(reading, place, skipped)


def _given(reading: Reading, place: Place, given: re.Match[str]) -> list[dict[str, str | None]]:
    """`The programme (CODE) is now led by X`: in charge of the last programme or body named before."""
    raw = place.line.text[: place.named.start]
    codes = reading.codes(raw)
    bodies = [body.name for body in reading.bodies(raw)]
    what = codes[-1] if codes else bodies[-1] if bodies else None
    if what is None:
        return []
    since = _since(reading, place.line.text[place.named.end :])
    said = {"organisation": what, "from_date": since, "at_date": since or reading.date, "state": "appointed"}
    role = "coordinator" if "coordinat" in given.group() else "coordonnateur" if "coordonn" in given.group() else None
    return [{"role": role, **said}]


def followed(reading: Reading, place: Place) -> tuple[str | None, str | None]:
    """Whom a person replaced, and since when, where the line says so right after the office."""
    line = place.line
    others = [named for named in reading.names.find(line.text) if named.start >= place.named.end]
    if not others or not _REPLACED.search(Plain.of(line.text[place.named.end : others[0].start]).text):
        return None, None
    return others[0].name, _since(reading, line.text[others[0].end :][:60]) or _since(
        reading, line.text[place.named.end : others[0].start]
    )


def follow_up(reading: Reading, line: Line) -> Iterator[Fact]:
    """A sentence about the person of the sentence before: `She has been elected …`, `Her predecessor, X, retired`."""
    above = reading.above(line)
    if above is None or above.block != line.block or line.start - above.end > 3:
        return
    subjects = reading.names.find(above.text)
    if not subjects:
        return
    subject = subjects[-1]
    about: dict[str, str | None] = {"name": subject.name, "honorific": subject.honorific}
    here = reading.names.find(line.text)
    now = _PRONOUN_NOW.match(line.plain.text)
    if now and is_role(now["role"]) and len({named.name for named in subjects}) == 1:
        place = Place(line, Named(0, 0, None, subject.name), "", line.plain.text, None)
        for change in _taken(reading, place, line.text[slice(*line.plain.span(now, "role"))], None):
            yield reading.fact("person", above.start, line.end, line.page, **{**about, **change})
    elif here:
        before = Plain.of(line.text[: here[0].start]).text
        if _PREDECESSOR.match(before) or _HE_REPLACED.match(before):
            place = Place(above, subject, "", Plain.of(above.text[subject.end :]).text, None)
            for change in changes(reading, place)[:1]:
                said = {**about, **change, "state": "appointed", "replaced": here[0].name}
                yield reading.fact("person", above.start, line.end, line.page, **said)


def _behind_remark(text: str, position: int) -> int:
    """The place behind one remark between commas."""
    match = re.compile(r",[^,.;]{3,90},|\s\([^().;]{2,60}\)").match(text, position)
    return match.end() if match else position


def _before_in_block(reading: Reading, line: Line) -> str | None:
    """The one person of the sentence before."""
    above = next(reading.earlier(line), None)
    names = {named.name for named in reading.names.find(above.text)} if above else set()
    return names.pop() if len(names) == 1 else None


def _taken(
    reading: Reading, place: Place, role: str, replaced: str | None, at: str | None = None
) -> list[dict[str, str | None]]:
    stop = _ROLE_ENDS.search(role)
    words = role[: stop.start()] if stop else role
    rest = place.line.text[place.named.end :]
    since = _since(reading, rest)
    whom = replaced or followed(reading, place)[0]
    return [
        {
            "role": office.role or None,
            "organisation": office.organisation or at,
            "from_date": since,
            "at_date": since or reading.date,
            "state": "appointed",
            "replaced": whom,
        }
        for office in offices(reading, split_office(reading, words.strip()))
    ]


def _over(reading: Reading, place: Place, over: re.Match[str]) -> dict[str, str | None]:
    raw = place.line.text[place.named.end :]
    what = raw[slice(*Plain.of(raw).span(over, "what"))]
    since = _since(reading, raw)
    stop = _ROLE_ENDS.search(what)
    return {
        "organisation": what[: stop.start()] if stop else what,
        "from_date": since,
        "at_date": since or reading.date,
        "state": "appointed",
    }


def _held(reading: Reading, place: Place, held: re.Match[str], what: str) -> list[dict[str, str | None]]:
    raw = place.line.text[place.named.end :]
    since = _since(reading, raw)
    code = reading.code(raw[: len(held.group()) + 10])
    item = _ITEM_CODE.match(next((o.text for o in reading.earlier(place.line)), "")) if not code else None
    named = item["code"] if item else reading.subject
    led = _LED.match(what) if not code else None
    programme = code.group() if code else led["what"] if led else named if "programme" in held["what"] else None
    told = code.group() if code else led["what"] if led else ""
    if programme is None or (not held["verb"].startswith("coord") and not _led_whole(what, told)):
        return []
    return [
        {
            "role": _HELD_AS[held["verb"].split()[-1][:8]],
            "organisation": programme,
            "from_date": since,
            "at_date": since or reading.date,
            "state": "current",
            "replaced": followed(reading, place)[0],
        }
    ]


def _led_whole(what: str, name: str) -> bool:
    """Whether what is led is all that a name says: "heads ABC since May", not "led the ABC delegation"."""
    behind = what[what.find(name) + len(name) :] if name and name in what else "?"
    return re.match(r"\s*(?:$|[,.;(]|since\b|from\b|now\b|programme?\b|depuis\b|à compter\b)", behind) is not None


def _left(reading: Reading, place: Place, skipped: Office | None) -> list[dict[str, str | None]]:
    line, named = place.line, place.named
    start = _behind(line.text, named, skipped)
    folded = Plain.of(line.text[start:])
    left = _LEFT.match(folded.text)
    before = _LEFT_BEFORE.search(place.before) or (
        place.before.endswith("the term of ") and _TERM_ENDS.match(place.after)
    )
    if not (left or before):
        return []
    told = line.text[start + folded.span(left)[1] :] if left else line.text[named.end :]
    when = next(iter(find_when(told, reading.date)), None)
    return [{"state": "left", "until_date": when.first if when else None, "at_date": when.first if when else None}]


def _behind(text: str, named: Named, skipped: Office | None) -> int:
    return skipped.end if skipped else _behind_remark(text, named.end)


def _since(reading: Reading, text: str) -> str | None:
    """The day from which, in the words after a name."""
    for when in find_when(text, reading.date, "past"):
        if _SINCE.search(Plain.of(text[: when.start]).text[-25:]):
            return when.first
    return None
