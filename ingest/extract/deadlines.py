"""Deadlines that were moved, and what somebody is asked to do by a day."""

from __future__ import annotations

import re

from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import Fact

_DEADLINE = re.compile(
    r"(?:deadline|closing date|time limit|delai|date limite|date de cloture|cloture|الموعد النهايي|اخر موعد|المهله)(?: (?:for|of|to|de|du|des|d'|pour|a)[ ]?[^,;.:()]{3,70}?)?(?=,| (?:is|was|has|have|will|had|which|that|fixe|prevu|initialement|est|a ete|qui|donc)(?!\w)|\s*$| (?:الي|من))"
)
_MOVED = re.compile(
    r"\b(?:extended|postponed|prolonged|moved|put (?:back|off)|pushed back|brought forward|prolongee?|repoussee?|reportee?|avancee?|etendue?)\b|(?<!\w)(?:مدد|تمديد|ارجي|تاجيل)"
)
_FORMER = re.compile(
    r"(?:from|first|initially|originally|d'abord|initialement|fixee?(?: d'abord)?|prevue?|du|de|instead of|not on|au lieu d[eu]|من)(?: (?:set|fixed|announced|fixee?|prevue?))?(?: (?:for|on|at|au|le|pour le))?(?: the)?\s*$"
)
_NEW = re.compile(r"(?:to|until|till|is now|now|jusqu'au|au|a|الي|حتي)(?: the| le)?\s*$")
_FROM = re.compile(r"(?:from|du|من)(?: the| le)?\s*$")
_LATER = re.compile(
    r"^(?:it|this|il|elle|the (?P<what>[^,;.]{3,60}?)|l[ea] (?P<fr>[^,;.]{3,60}?)) (?:will|is to|sera)(?: now)? (?:be )?(?P<verb>[a-z]+)(?: on| in| le| en)? "
)
_AND_NOT = re.compile(r"(?:,? and not|,? rather than|,? instead of|,? et non|,? au lieu d[eu])(?: on| le)?\s*$")
_DELAYED = re.compile(
    r"^(?:the |le |la |l')?(?P<what>[^,;.]{4,80}?) (?:has been|have been|is|was|a ete|est) (?:delayed|postponed|put off|retardee?|repoussee?|reportee?)\b"
)
_ASKS = (
    re.compile(
        r"(?:would be (?:most )?grateful|appreciate it|would be pleased) if (?:the |your )?(?P<who>[^,;.]{2,60}?) (?:could|would|can) (?P<what>[^;.]{5,160})$"
    ),
    re.compile(
        r"^(?:the |les |le |la |l')?(?P<who>[^,;.]{3,70}?) (?:is|are) (?:kindly )?(?:invited|requested|asked) to (?P<what>[^;.]{5,160})$"
    ),
    re.compile(
        r"^(?:les |le |la |l')?(?P<who>[^,;.]{3,70}?) (?:est|sont) (?:invitee?s?|priee?s?) (?:a|de|d')\s?(?P<what>[^;.]{5,160})$"
    ),
    re.compile(
        r"^(?:دعوه|و?يدعو المجلس|و?تدعو اللجنه) (?P<who>ال[\u0621-\u064a]+(?: ال[\u0621-\u064a]+)?) الي (?P<what>[^.;]{5,160})$"
    ),
)
_BY = re.compile(
    r"(?:not later than|no later than|by|before|au plus tard le|avant(?: le)?|d'ici(?: au| le)?|قبل|في موعد اقصاه)\s*$"
)


def moved_deadline(reading: Reading, line: Line) -> Fact | None:
    """`The deadline for …, first set for A, is extended to B`, or a delayed thing that the next sentence dates anew."""
    noun = _DEADLINE.search(line.plain.text)
    if noun is None or not _MOVED.search(line.plain.text):
        return _dated_anew(reading, line)
    start, end = line.plain.span(noun)
    former = new = None
    at = end
    earlier = {when.start: when for when in find_when(line.text, reading.date, "past")}
    for when in find_when(line.text, reading.date, "future"):
        if when.start < end:
            continue
        before = Plain.of(line.text[at : when.start]).text
        if when.last and _FROM.search(before):
            former, new = when.first, when.last
            break
        if former is None and _FORMER.search(before):
            former = earlier.get(when.start, when).first
        elif _NEW.search(before) or former is not None:
            new = when.last or when.first
        at = when.end
    if new is None or new == former:
        return None
    what = line.text[start:end].strip(" ,")
    return reading.on_line(
        "commitment", line, what=what, due_date=new, former_date=former, sort="deadline", state="open"
    )


def _dated_anew(reading: Reading, line: Line) -> Fact | None:
    """`It will be published on A and not on B`, of what the sentence before says is delayed."""
    match = _LATER.match(line.plain.text)
    days = find_when(line.text, reading.date, "future") if match else ()
    if match is None or len(days) != 2 or not _AND_NOT.search(Plain.of(line.text[days[0].end : days[1].start]).text):
        return None
    above = next(reading.earlier(line), None)
    delayed = _DELAYED.match(above.plain.text) if above else None
    if above is None or delayed is None:
        return None
    what = above.text[slice(*above.plain.span(delayed, "what"))]
    former = next((w.first for w in find_when(line.text, reading.date, "past") if w.start == days[1].start), None)
    return reading.fact(
        "commitment",
        above.start,
        line.end,
        line.page,
        what=what,
        due_date=days[0].first,
        former_date=former,
        sort="deadline",
        state="open",
    )


def request(reading: Reading, line: Line) -> Fact | None:
    """What somebody is asked to do by a day: no promise of theirs, but something to follow up."""
    for pattern in _ASKS:
        match = pattern.search(line.plain.text.rstrip(" ."))
        if match is None:
            continue
        who, what = (line.text[slice(*line.plain.span(match, name))] for name in ("who", "what"))
        for when in find_when(what, reading.date, "future"):
            by = _BY.search(Plain.of(what[: when.start]).text)
            if by:
                cut = by.start()
                return reading.on_line(
                    "commitment",
                    line,
                    who=who.strip(),
                    what=what[:cut].strip(" ,"),
                    due_date=when.last or when.first,
                    due=what[cut : when.end],
                    sort="request",
                    state="open",
                )
    return None
