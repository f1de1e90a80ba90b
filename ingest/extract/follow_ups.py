"""Sentences about somebody whom the one before names: `She has been elected …`, `Her predecessor, X, retired`, `He is succeeded by X`."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extract.career_words import (
    HE_IS_REPLACED,
    HE_REPLACED,
    I_REPLACED,
    PREDECESSOR,
    PRONOUN_NOW,
    TO_SUCCEED_HIM,
)
from ingest.extract.careers import changes, taken
from ingest.extract.lines import Line
from ingest.extract.names import Named, Place
from ingest.extract.office_parts import Office
from ingest.extract.offices_behind import office_after
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role
from ingest.extract.since import since_in
from ingest.extract.successions import told_as, took
from vectorstore import Fact

_NEXT = 3
"""Characters between a sentence and the next one."""
_FAR = 3
"""Lines back to the sentence about somebody whom `to succeed him` speaks of."""
_HEAD = 6
"""Lines of the head of a mail."""
_FROM = ("from:", "de :", "de:", "من:")


def follow_up(reading: Reading, line: Line) -> Iterator[Fact]:
    """What a sentence says of somebody whom the one before names."""
    here = reading.names.find(line.text)
    before = Plain.of(line.text[: here[0].start]).text if here else ""
    if here and I_REPLACED.search(before):
        yield from _by_sender(reading, line, here[0])
    elif here and (HE_IS_REPLACED.match(before) or TO_SUCCEED_HIM.search(before)):
        yield from _came_after(reading, line, here[0])
    else:
        yield from _about_the_one_before(reading, line, here, before)


def _about_the_one_before(reading: Reading, line: Line, here: list[Named], before: str) -> Iterator[Fact]:
    above = reading.above(line)
    if above is None or above.block != line.block or line.start - above.end > _NEXT:
        return
    subjects = reading.names.find(above.text)
    if not subjects:
        return
    subject = subjects[-1]
    about: dict[str, str | None] = {"name": subject.name, "honorific": subject.honorific}
    now = PRONOUN_NOW.match(line.plain.text)
    if now and is_role(now["role"]) and len({named.name for named in subjects}) == 1:
        place = Place(line, Named(0, 0, None, subject.name), "", line.plain.text, None)
        for change in taken(reading, place, line.text[slice(*line.plain.span(now, "role"))], None):
            yield reading.fact("person", above.start, line.end, line.page, **{**about, **change})
    elif here and (PREDECESSOR.match(before) or HE_REPLACED.match(before)):
        told = above.text[: subject.start]
        place = Place(above, subject, Plain.of(told).text, Plain.of(above.text[subject.end :]).text, None)
        for change in changes(reading, place)[:1]:
            said = {**about, **change, "state": "appointed", "replaced": here[0].name}
            yield reading.fact("person", above.start, line.end, line.page, **said)


def _came_after(reading: Reading, line: Line, named: Named) -> Iterator[Fact]:
    """`She is succeeded on 1 July by X`, `désigné pour lui succéder X`."""
    above = _spoken_of_before(reading, line)
    if above is None:
        return
    subject = reading.names.find(above.text)[-1]
    if subject.name == named.name:
        return
    held = office_after(reading, above.text, subject.end) or Office(None, None, 0)
    since = since_in(reading, line.text[named.end :]) or since_in(reading, line.text[: named.start])
    fields = {"name": named.name, "honorific": named.honorific, **took(reading, held, subject.name, since)}
    yield reading.fact("person", above.start, line.end, line.page, **fields)


def _spoken_of_before(reading: Reading, line: Line) -> Line | None:
    """The nearest sentence before that names somebody, not far."""
    above = reading.above(line)
    for _ in range(_FAR):
        if above is None or reading.names.find(above.text):
            return above
        above = reading.above(above)
    return None


def _by_sender(reading: Reading, line: Line, other: Named) -> Iterator[Fact]:
    """`I took over from X as focal point`: said by whom the mail is from."""
    heads = (line for line in reading.lines[:_HEAD] if line.plain.text.startswith(_FROM))
    sender = next((one for head in heads for one in reading.names.find(head.text)), None)
    if sender is not None:
        words = line.text[other.end :]
        office = told_as(reading, words) or Office(None, None, 0)
        fields = {"name": sender.name, **took(reading, office, other.name, since_in(reading, words))}
        yield reading.on_line("person", line, **fields)
