"""Since when a programme exists: where a text says that it was launched, created or set up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.lines import Line
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import Fact

_DONE = re.compile(
    r"\b(?:was|were|is|has been|been) (?:formally |officially |first )?(?:launched|created|established|set up|founded|started)\b"
    r"|\b(?:a ete|est|fut) (?:officiellement )?(?:lance|cree|etabli|mis en place)e?\b|^\W*(?:launched|created|established|lancee?|creee?)\b"
    r"|(?<!\w)(?:اطلق|انشي|اسس|تاسس|اطلقت|انشيت|تم اطلاق|تم انشاء)(?!\w)"
)
_ANNOUNCED = re.compile(
    r"\b(?:launch(?:es|ed)?|announced the (?:creation|launch) of|creates?)\b|\blancent\b|\blance\b|annonce la creation d|\bcreent\b|(?:اطلاق|انشاء) (?:ال)?برنامج"
)
_NOT_YET = re.compile(
    r"\b(?:will|would|to be|should|planned|could|may|not|propose[sd]?|feasibility)\b|\b(?:sera|serait|doit|prevu|pas|propose)\b|(?<!\w)(?:سوف|سيتم|لم|المقترح)(?!\w)"
)
_LONGEST_GAP = 90


def launches(reading: Reading) -> Iterator[Fact]:
    """Each launch of a programme with its day: the one beside the verb, or the document's own for what it announces."""
    for line in reading.lines:
        if line.kind == "row" or _NOT_YET.search(line.plain.text[:200]):
            continue
        code = reading.code(line.text)
        acronym = code.group() if code else reading.subject
        if acronym is None:
            continue
        day = _day_said(reading, line) or (_day_announced(reading, line) if code else None)
        if day:
            yield reading.on_line("programme", line, acronym=acronym, since_date=day)


def _day_said(reading: Reading, line: Line) -> str | None:
    done = _DONE.search(line.plain.text)
    if done is None:
        return None
    place = line.plain.place(done.start())
    near = [when for when in find_when(line.text, reading.date) if 0 <= when.start - place <= _LONGEST_GAP]
    return near[0].first if near else None


def _day_announced(reading: Reading, line: Line) -> str | None:
    """The document's own day, for a title or a sentence that announces a programme."""
    title = line.text.strip() == reading.document.title.strip()
    announced = _ANNOUNCED.search(line.plain.text)
    if announced is None or reading.date is None or find_when(line.text, reading.date):
        return None
    programme = re.search(r"\bprogram(?:me)?\b|برنامج", line.plain.text[announced.start() :][:_LONGEST_GAP])
    return (
        reading.date
        if programme and (title or "creation" in announced.group() or "انشاء" in announced.group())
        else None
    )
