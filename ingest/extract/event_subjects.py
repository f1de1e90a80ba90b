"""The events that a sentence speaks of, by their nouns or by the heading above."""

from __future__ import annotations

import re

from ingest.extract.event_holders import with_holder
from ingest.extract.event_said import Subject
from ingest.extract.event_words import EventNoun, event_nouns, kind_of, title_after
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.when import When
from vectorstore import Fact

VISITED = re.compile(
    r"\b(?:delegation|mission|delegations)\b[^;]{0,120}?\b(?P<verb>visited|paid a (?:\w+ )?visit|travelled to|a visite|ont visite|s'est rendue?|se sont rendus)\b"
    r"|(?<!\w)(?P<verb2>و?(?:زار|قام))ت? [^.;]{0,60}?وفد(?!\w)"
)
_NUMBER = re.compile(r"^\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+")
_BELOW_TITLE = 2
"""Headings above a section that is not the whole document, and words that a title needs more than."""
_NEXT = re.compile(r"\s+(?:القادمه?|المقبله?|التاليه?)(?!\w)")


def subject_of(line: Line, noun: EventNoun, dates: list[When], own: Fact | None) -> Subject:
    """What a sentence speaks of at a noun: the document's own event, or another with as much of its name as is there."""
    stop = next((date.start for date in dates if date.start >= noun.end), len(line.text))
    title, says_more = title_after(line.text, noun, stop)
    next_one = _NEXT.match(Plain.of(line.text[noun.end :]).text)
    if own is not None and noun.definite and not (says_more or next_one) and noun.kind == own.fields["what"]:
        return Subject(noun.kind, own.fields.get("title"), line, noun.end, own=True)
    if next_one:
        title, says_more = line.text[noun.start : noun.end + next_one.end()], True
    above = None if says_more else event_above(line)
    if above is not None and above.what == noun.kind and not noun.plural:
        return Subject(noun.kind, above.title, line, noun.end, own=False)
    named = with_holder(line.text, noun.start, title) if says_more or " " in title else None
    return Subject(noun.kind, named, line, noun.end, own=False, vague=not says_more)


def event_above(line: Line) -> Subject | None:
    """The event that the section of a line is about, by its heading."""
    if len(line.headings) < _BELOW_TITLE or line.kind == "heading":
        return None
    heading = _NUMBER.sub("", line.heading)
    nouns = event_nouns(heading, Plain.of(heading))
    if len(nouns) != 1 or nouns[0].plural:
        return None
    title, says_more = title_after(heading, nouns[0], len(heading))
    return (
        Subject(nouns[0].kind, title, line, 0, own=False) if says_more and len(title.split()) > _BELOW_TITLE else None
    )


def headed(line: Line) -> Subject | None:
    """A dated remark under a heading that names an event: a title in quotes, or new dates."""
    if line.kind == "heading" or not line.headings:
        return None
    what = kind_of(line.heading)
    if what is None:
        return None
    quoted = re.match(r"[\"“«]\s?(?P<title>[^\"”»]{4,140}?)\s?[\"”»](?=,|\s+\()", line.text)
    if quoted:
        return Subject(what, quoted["title"], line, quoted.end(), own=False)
    new = re.search(r"new dates?|nouvelles? dates?|الموعد الجديد", line.plain.text)
    if new and len(line.heading.split()) > 1:
        return Subject(what, re.sub(r"^\d+\.\s*", "", line.heading), line, line.plain.place(new.start()), own=False)
    return None


def visited(line: Line) -> Subject | None:
    """A visit that is told by its verb: `a delegation of the Bureau visited Lima on 3 May`."""
    match = VISITED.search(line.plain.text)
    return (
        Subject("visit", None, line, line.plain.place(match.end(match.lastgroup or 0) - 1) + 1, own=False)
        if match
        else None
    )


_BODY = r"group|committee|board|council|assembly|commission|panel|comite|groupe|conseil|commission|assemblee|(?:ال)?(?:لجنه|مجلس|فريق|هييه)"
_MET = re.compile(
    rf"(?P<who>(?<![\w-])[^,.;:()]{{0,60}}?\b(?:{_BODY})(?: (?:of|on|for|de|du|des) [^,.;:()]{{3,50}}?)?) (?:met|convened|gathered|sat|s'est reunie?|s'est tenue?)(?: (?P<nth>for the \w+ time|pour la \w+ fois))?(?= )"
    r"|(?<!\w)(?:اجتمعت?|انعقدت?|التامت?) (?P<who2>(?:ال)?(?:لجنه|مجلس|فريق|هييه) [^,.;:\d]{3,60}?)(?P<nth2> للمره ال[\u0621-\u064a]+)?(?= (?:في|يوم|بتاريخ|للمره))"
)


def gathered(line: Line) -> Subject | None:
    """A meeting that is told by its verb: `the Steering Committee met for the third time in Lima on 3 May`."""
    match = _MET.search(line.plain.text)
    if match is None:
        return None
    name, last = ("who", "nth") if match["who"] else ("who2", "nth2")
    start, end = line.plain.span(match, name)
    if match[last]:
        end = line.plain.span(match, last)[1]
    title = re.sub(r"^(?:The|the|Le|La|le|la|L['’])\s?", "", line.text[start:end])
    return Subject("meeting", title, line, line.plain.place(match.end() - 1) + 1, own=False)
