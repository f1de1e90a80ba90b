"""The day from which somebody is in an office."""

from __future__ import annotations

from ingest.extract.career_words import SINCE, SINCE_FIRST, SINCE_NEXT
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when

_LEADS = 25
"""Characters in which the word stands that leads to the day."""


def since_in(reading: Reading, text: str) -> str | None:
    """The day from which, in the words after a name."""
    for when in find_when(text, reading.date, "past"):
        if SINCE.search(Plain.of(text[: when.start]).text[-_LEADS:]):
            return when.first
    return None


def since_first(reading: Reading, text: str) -> str | None:
    """The day from which, at the beginning of a sentence: `With effect from 1 July 2026, X …`."""
    for when in find_when(text, reading.date)[:1]:
        if SINCE_FIRST.search(Plain.of(text[: when.start]).text):
            return when.first
    return None


def since_next(reading: Reading, text: str) -> str | None:
    """The day from which, in the words right behind an office: `head of the office since 1 August 2026`."""
    for when in find_when(text, reading.date)[:1]:
        lead = Plain.of(text[: when.start]).text.strip(" ,(")
        if SINCE_NEXT.fullmatch(lead):
            return when.first
    return None
