"""Offices taken and left: since when, until when, and after whom."""

from __future__ import annotations

import re

from ingest.extract.bodies_spoken_of import body_spoken_of
from ingest.extract.career_words import (
    APPOINTED_BEFORE,
    ARABIC_HELD,
    AS,
    ASSIGNED,
    COORDINATES,
    COORDINATES_ARABIC,
    GIVEN_BEFORE,
    GIVEN_ROLE,
    GIVEN_WHAT,
    HELD_AS,
    INTERIM,
    IS_ACTING,
    IS_NOW,
    ITEM_CODE,
    LED,
    NEW_ROLE,
    REPLACED,
    REPLACED_BY,
    ROLE_ENDS,
    TAKES_OVER,
    TOOK_OVER_ON,
)
from ingest.extract.departures import left
from ingest.extract.lines import Line
from ingest.extract.names import Place
from ingest.extract.office_parts import offices, split_office
from ingest.extract.offices_behind import office_after
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role
from ingest.extract.roles import office_of
from ingest.extract.since import since_first, since_in
from ingest.extract.successions import followed

_Change = dict[str, str | None]


def changes(reading: Reading, place: Place) -> list[_Change]:
    """The offices a person takes or leaves in a line; empty if it does not say so."""
    line, named = place.line, place.named
    skipped = office_after(reading, line.text, named.end)
    starts = dict.fromkeys((named.end, _behind_remark(line.text, named.end)))
    told = next((change for start in starts if (change := _now(reading, place, start))), None)
    if told:
        return told
    if APPOINTED_BEFORE.search(place.before):
        new = NEW_ROLE.match(line.text[named.end :])
        if new and is_role(new["role"]):
            return taken(reading, place, new["role"], None)
    if place.follows is not None and REPLACED_BY.search(place.before):
        as_ = AS.match(place.after)
        role = line.text[named.end :][slice(*Plain.of(line.text[named.end :]).span(as_, "role"))] if as_ else ""
        return taken(reading, place, role, place.follows.name) if role else []
    given = GIVEN_BEFORE.search(place.before)
    if given:
        return _given(reading, place, given)
    over = TAKES_OVER.match(place.after)
    if over and not REPLACED.search(place.after[: over.end()]):
        return [_over(reading, place, over)]
    behind = skipped.end if skipped else _behind_remark(line.text, named.end)
    held = COORDINATES.match(place.after if behind == named.end else Plain.of(line.text[behind:]).text)
    if held:
        what = Plain.of(line.text[behind:]).span(held, "what")[0]
        return _held(reading, place, held, line.text[behind:][what:])
    return left(reading, place, named.end) or left(reading, place, behind)


def _now(reading: Reading, place: Place, start: int) -> list[_Change]:
    """The office somebody is said to take or to hold in the words behind a place of the line."""
    line = place.line
    words = line.text[start:]
    folded = Plain.of(words)
    now = IS_ACTING.match(folded.text) or IS_NOW.match(folded.text) or ASSIGNED.match(folded.text)
    if now and is_role(now["role"]):
        groups = now.groupdict()
        at = _bare_body(words[slice(*folded.span(now, "at"))]) if groups.get("at") else None
        pronoun = re.search(r"succe|replace|from (?:him|her|them)", groups.get("how") or "")
        before = _before_in_block(reading, line) if pronoun else None
        return taken(reading, place, words[slice(*folded.span(now, "role"))], before, at)
    arabic = COORDINATES_ARABIC.match(folded.text)
    if arabic and re.search(r"(?:^|\s)و?س?[يت]تولي\s*$", place.before):
        body = words[slice(*folded.span(arabic, "body"))]
        return [_change(reading, place, ARABIC_HELD[arabic["what"]], body)]
    interim = INTERIM.match(folded.text)
    if interim:
        what = words[slice(*folded.span(interim, "what"))] if interim["what"] else None
        return [_change(reading, place, "intérim", what)]
    if TOOK_OVER_ON.match(folded.text):
        role, replaced = _of_whom_left(reading, line)
        return [_change(reading, place, role, None, replaced)]
    return []


def _bare_body(words: str) -> str | None:
    """`the secretariat in Sfax on 1 October`: the body alone; none for a pronoun."""
    body = re.split(r"\s(?:in|on|at|from|as)\s", words, maxsplit=1)[0]
    body = re.sub(r"^(?:the|our|le|la|l['’])\s*", "", body, flags=re.IGNORECASE)
    return body if body.lower() not in ("us", "them", "it") else None


def _of_whom_left(reading: Reading, line: Line) -> tuple[str | None, str | None]:
    """The office and the name of whoever left, by the sentences before in the block."""
    for above in reading.earlier(line):
        for one in reading.names.find(above.text):
            place = Place(
                above, one, Plain.of(above.text[: one.start]).text, Plain.of(above.text[one.end :]).text, None
            )
            if left(reading, place, one.end):
                office = office_of(reading, place)
                return (office.role if office else None), one.name
    return None, None


def _change(reading: Reading, place: Place, role: str | None, body: str | None, replaced: str | None = None) -> _Change:
    since = _from(reading, place)
    return {
        "role": role,
        "organisation": body or body_spoken_of(reading, place.line, role),
        "from_date": since,
        "at_date": since or reading.date,
        "state": "appointed",
        "replaced": replaced or followed(reading, place)[0],
    }


def _from(reading: Reading, place: Place) -> str | None:
    """Since when, behind the name or at the beginning of the sentence."""
    return since_in(reading, place.line.text[place.named.end :]) or since_first(
        reading, place.line.text[: place.named.start]
    )


def _given(reading: Reading, place: Place, given: re.Match[str]) -> list[_Change]:
    """`The programme (CODE) is now led by X`: in charge of the last programme or body named before."""
    raw = place.line.text[: place.named.start]
    plain = Plain.of(raw)
    noun = next(iter([*GIVEN_WHAT.finditer(plain.text)][-1:]), None)
    if noun:
        return [
            _change(reading, place, GIVEN_ROLE.get(noun["what"], noun["what"]), raw[slice(*plain.span(noun, "body"))])
        ]
    if place.follows is not None:
        return []
    codes = reading.codes(raw)
    bodies = [body.name for body in reading.bodies(raw)]
    what = codes[-1] if codes else bodies[-1] if bodies else reading.programme if "program" in plain.text else None
    if what is None:
        return []
    role = "coordinator" if "coordinat" in given.group() else "coordonnateur" if "coordonn" in given.group() else None
    return [_change(reading, place, role, what)]


def _behind_remark(text: str, position: int) -> int:
    """The place behind one remark between commas."""
    match = re.compile(r",[^,.;]{3,90},|\s\([^().;]{2,60}\)").match(text, position)
    return match.end() if match else position


def _before_in_block(reading: Reading, line: Line) -> str | None:
    """The one person of the sentence before."""
    above = next(reading.earlier(line), None)
    names = {named.name for named in reading.names.find(above.text)} if above else set()
    return names.pop() if len(names) == 1 else None


def taken(reading: Reading, place: Place, role: str, replaced: str | None, at: str | None = None) -> list[_Change]:
    """The offices that words give somebody, since when and after whom."""
    stop = ROLE_ENDS.search(role)
    words = role[: stop.start()] if stop else role
    whom = replaced or followed(reading, place)[0]
    return [
        _change(reading, place, office.role or None, office.organisation or at, whom)
        for office in offices(reading, split_office(reading, words.strip()))
    ]


def _over(reading: Reading, place: Place, over: re.Match[str]) -> _Change:
    raw = place.line.text[place.named.end :]
    what = raw[slice(*Plain.of(raw).span(over, "what"))]
    since = _from(reading, place)
    stop = ROLE_ENDS.search(what)
    return {
        "organisation": what[: stop.start()] if stop else what,
        "from_date": since,
        "at_date": since or reading.date,
        "state": "appointed",
    }


def _held(reading: Reading, place: Place, held: re.Match[str], what: str) -> list[_Change]:
    raw = place.line.text[place.named.end :]
    since = _from(reading, place)
    code = reading.code(raw[: len(held.group()) + 10])
    item = ITEM_CODE.match(next((o.text for o in reading.earlier(place.line)), "")) if not code else None
    named = item["code"] if item else reading.subject
    led = LED.match(what) if not code else None
    programme = code.group() if code else led["what"] if led else named if "programme" in held["what"] else None
    told = code.group() if code else led["what"] if led else ""
    if programme is None or (not held["verb"].startswith("coord") and not _led_whole(what, told)):
        return []
    return [
        {
            "role": HELD_AS[held["verb"].split()[-1][:8]],
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
