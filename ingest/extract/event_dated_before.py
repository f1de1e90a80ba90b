"""Events whose day stands before them: `From 3 to 7 June 2024 the Bureau organised a course on reefs in Lima`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.event_ends import is_closed, is_last_day
from ingest.extract.event_said import Mention, Subject
from ingest.extract.lines import Line
from ingest.extract.participation import participation
from ingest.extract.places import VIRTUAL, place_in
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, is_after

_HOLDS = re.compile(
    r"\b(?:held|organi[sz]ed|hosted|ran|conducted|convened|delivered|met for|opened|took place|brought together|gathered)\b"
    r"|\b(?:a|ont) (?:organise|tenu|accueilli|anime|ouvert|reuni|conduit)\b|\b(?:s'est|se sont) (?:tenue?s?|deroulee?s?|reunis?)\b|\b(?:a|ont) eu lieu\b|\ba ete (?:organisee?|tenue?)\b"
    r"|(?<!\w)و?(?:عقد|انعقد|نظم|استضاف|اقام|اقيم|اختتم|جر)(?:ت|وا)?(?!\w)"
)
_WILL_HOLD = re.compile(
    r"\b(?:will|is to|are to) (?:\w+ )?(?:hold|organi[sz]e|host|run|convene|take place|be held)\b|\b(?:organisera|tiendra|accueillera|organiseront|aura lieu)\b|\bse tiendra\b"
    r"|(?<!\w)(?:و?س)(?:ي|ت)(?:عقد|نظم|ستضيف|قيم|قام)(?!\w)"
)
_OF_ANOTHER = re.compile(
    r"\b(?:agreed?|signed|said|discuss\w*|propos\w*|report\w*|recall\w*|decid\w*|plan\w*|that|which|who|when|where|after|before|to (?:hold|organi[sz]e|host|attend)|promis\w*|announc\w*|request\w*|asked|approv\w*|invit\w*|publish\w*|prepar\w*|not)\b"
    r"|\b(?:convenus?|convenues?|signe\w*|propos\w*|rappele\w*|decide\w*|demande\w*|annonce\w*|que|qui|afin|apres|avant|publie\w*|prepare\w*|pas)\b|(?<!\w)(?:اتفق\w*|وقع\w*|اقترح\w*|قرر\w*|طلب\w*|اعلن\w*|ان|التي|الذي|بعد|قبل|علي|لم|لن)(?!\w)"
)
"""Between a day and an event: the day is that of something else."""
_NEXT_CLAUSE = re.compile(r"[,،] ?(?:and|et|while|whereas) |[,،] ?و[\u0621-\u064a]|[;؛]")
_BEFORE_DAY = re.compile(
    r"(?:^|[\s,:(])(?:on|in|from|between|during|over|le|les|du|en|au mois de|في|يوم|خلال(?: الفتره)?(?: من)?|من|بتاريخ|(?:في )?الفتره من|(?:في |خلال )?شهر)?(?: the| early| late| mid-?)?(?:\s*\w+day,?)?\s*$"
)
_POSSESSIVE = ("'s", "\u2019s", "")
"""Between a month and the event in `last May's course in Lima: 22 participants`."""
_ON = re.compile(r"(?<!\w)علي(?!\w)")
"""The curtain falls in Arabic `on` what ends."""
_SET_FIRST = re.compile(
    r"(?:(?:al)?though |while |after being )?(?:(?:initially|originally|first|earlier|previously|at first)[ ,]+)?(?:planned|scheduled|set|announced|due|foreseen|fixed|slated|meant)(?: (?:initially|originally|at first|first|to (?:take place|be held|start|open)))*(?: (?:for|on|from|in|to|the|between))*(?: \w+day,?)? ?"
    r"|(?:bien que |alors qu'\w+ etait )?(?:(?:d'abord|initialement|a l'origine|precedemment)[ ,]+)?(?:prevu|annonce|fixe|programme|planifie|convoque)e?s?(?: (?:d'abord|initialement|a l'origine))*(?: (?:pour|le|les|du|au|en))*(?: \w+di)? ?"
    r"|(?:بعد (?:ان|ما) )?(?:كانت? )?(?:من )?(?:ال)?مقرر(?:ه|ا)?(?: (?:عقد(?:ها|ه)|تنظيم(?:ها|ه)|ان [يت]عقد|اصلا|سابقا|اولا))*(?: (?:في|يوم|من|خلال|بتاريخ))* ?"
)
"""How a sentence opens that gives the old day of an event before it names it."""
_LONGEST, _NEAR = 160, 90
_OF_MONTH = 2
"""Characters between a day and the event."""


def dated_before(reading: Reading, line: Line, subject: Subject, start: int, dates: Sequence[When]) -> Mention | None:
    """An event with the one day that stands before it; None where that is the day of something else.

    Args:
        reading: The document.
        line: The sentence.
        subject: The event that it speaks of.
        start: Where the words for the event begin in the line.
        dates: Of the line.
    """
    days = [date for date in dates if date.precision > 1]
    if len(days) != 1 or days[0].end > start or start - days[0].end > _LONGEST:
        return None
    day = days[0]
    before, between = Plain.of(line.text[: day.start]).text, Plain.of(line.text[day.end : start]).text
    after = Plain.of(line.text[subject.end :]).text
    ended = _is_end(day, before, after)
    if ended and is_closed(before):
        before, between = "", _ON.sub("", between)
    if (
        not _BEFORE_DAY.search(before)
        or _NEXT_CLAUSE.search(between)
        or _OF_ANOTHER.search(between)
        or _OF_ANOTHER.search(before)
    ):
        return None
    said = f"{before} {between} ; {after[:90]}"
    planned = _WILL_HOLD.search(said)
    people, countries = participation(line.text)
    counted = people is not None and between.strip() in _POSSESSIVE
    if not counted and not (subject.title and (planned or ended or _HOLDS.search(said))):
        return None
    held = not planned and not is_after(day.first, reading.date)
    return Mention(
        line.start,
        line.end,
        line.page,
        subject.what,
        subject.title or line.text[start : subject.end],
        None if ended else day.first,
        day.first if ended else day.last,
        "held" if held else "planned",
        venue=place_in(line.text[subject.end :][:_LONGEST]) or place_in(line.text[day.end : start]),
        virtual=bool(VIRTUAL.search(line.plain.text)),
        participants=people if held else None,
        countries=countries if held else None,
        own=subject.own,
    )


def _is_end(day: When, before: str, after: str) -> bool:
    """Whether the day is that of the event's end, by the verb before it or the one behind the event."""
    if day.last is not None or day.precision <= _OF_MONTH:
        return False
    return is_closed(before) or is_last_day(_NEXT_CLAUSE.split(after[:_NEAR])[0], "")


def set_for(line: Line, start: int, dates: Sequence[When]) -> When | None:
    """The day that a sentence opens with as the one an event had first: `Planned for 4 May, the workshop was held …`.

    Args:
        line: The sentence.
        start: Where the words for its first event begin.
        dates: Of the sentence.
    """
    first = next((date for date in dates if date.end <= start), None)
    opens = first is not None and _SET_FIRST.fullmatch(Plain.of(line.text[: first.start]).text)
    return first if opens else None
