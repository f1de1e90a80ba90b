"""What the dates of a sentence about an agreement mean, how long it lasts, and what it takes the place of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.agreement_words import (
    ADJECTIVE,
    DATED_BEFORE,
    DURATION,
    FORCE,
    NUMBERS,
    OF_DATE,
    ON,
    ON_THE_OCCASION,
    PLANNED,
    RENEWED,
    REPLACES,
    SIGNED_WORD,
    SORT,
    TARGET,
    THE_ONE,
    TODAY,
    UNSIGNED,
    UNTIL,
)
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when


def dates_of(reading: Reading, line: Line, match: re.Match[str] | None) -> dict[str, str | None]:
    """The dates of a sentence, by what they mean.

    Args:
        reading: The document.
        line: The sentence.
        match: Where it names the agreement, if it does.
    """
    fields: dict[str, str | None] = {}
    replaced = REPLACES.search(line.plain.text)
    cut = (line.plain.span(replaced)[0], line.plain.span(replaced)[1]) if replaced else None
    planned = PLANNED.search(line.plain.text) or UNSIGNED.search(line.plain.text)
    dates = find_when(line.text, reading.date)
    for number, when in enumerate(dates):
        since = dates[number - 1].end if number else 0
        if TARGET.search(line.plain.text) and planned and number == 0:
            fields["planned_date"] = when.first
            continue
        before = Plain.of(line.text[since : when.start]).text
        whole = Plain.of(line.text[: when.start]).text
        if cut and cut[0] <= when.start < cut[1]:
            continue
        name = _meaning(before, whole, match)
        if name == "signed_date" and (planned or when.last):
            continue
        if name and name not in fields:
            fields[name] = when.first
    today = TODAY.search(line.plain.text)
    if today and "signed_date" not in fields and not planned and SIGNED_WORD.search(line.plain.text):
        fields["signed_date"] = reading.date
    if not (fields or planned or dates) and match and _on_the_occasion(line):
        fields["signed_date"] = (reading.date or "")[:_MONTH] if len(reading.date or "") >= _MONTH else None
    return fields


_MONTH = len("2024-05")


def _on_the_occasion(line: Line) -> bool:
    """Whether an agreement was signed on the days that the document tells of."""
    return bool(SIGNED_WORD.search(line.plain.text) and ON_THE_OCCASION.search(line.plain.text))


def _meaning(before: str, whole: str, match: re.Match[str] | None) -> str | None:
    """What a date of a sentence is the date of, by the words that lead to it."""
    if RENEWED.search(before[-60:]):
        return "renewed_until"
    if UNTIL.search(before):
        return "valid_until"
    if re.search(r"\b(?:before|by|avant|d'ici)\b[\w ]{0,20}$|قبل[^.]{0,15}$", before[-30:]):
        return None
    if re.search(r"(?:day of signature,?|تاريخ توقيعها(?: في)?)\s*$", before):
        return "signed_date"
    if FORCE.search(before):
        return "from_date"
    if OF_DATE.search(whole) or (DATED_BEFORE.search(before) and ON.search(before)):
        return "signed_date"
    if (
        match
        and re.match(r"^(?:[^,;]{0,30}, )?(?:le|on|في)\s*$", whole)
        and SIGNED_WORD.search(match.string[len(whole) :])
    ):
        return "signed_date"
    return None


def duration_of(line: Line) -> tuple[str | None, str | None]:
    """How long an agreement lasts, as written, and in months."""
    match = DURATION.search(line.plain.text) or ADJECTIVE.search(line.plain.text)
    replaced = REPLACES.search(line.plain.text)
    of_the_older = (
        match and replaced and match.start() > replaced.end() and _BEHIND.match(line.plain.text[replaced.end() :])
    )
    if match is None or of_the_older:
        return None, None
    written = line.text[slice(*line.plain.span(match, "how_long"))]
    words = re.split(r"[ -]", match["how_long"])
    number = int(words[0]) if words[0].isdigit() else NUMBERS.get(words[0])
    months = re.match(r"month|mois|اشهر|شهر", words[-1])
    return written, str(number * (1 if months else 12)) if number else None


@dataclass(frozen=True, slots=True)
class Older:
    """What an agreement takes the place of."""

    words: str
    signed_date: str | None
    renewed_until: str | None
    expired: bool
    sort: str | None
    """Of which sort it is, where the words say so."""


def replaced_by(reading: Reading, line: Line) -> Older | None:
    """What the agreement of a sentence takes the place of, where the words name another agreement."""
    match = REPLACES.search(line.plain.text)
    if match is None:
        return None
    what = re.sub(r"^(?:the |le |la |l')", "", match["what"])
    if not (SORT.match(what) or THE_ONE.match(what)):
        return None
    start, end = line.plain.span(match, "what")
    signed = find_when(line.text[start:end], reading.date)
    told = line.text[end:]
    renewed = [
        when.first
        for when in find_when(told, reading.date)
        if RENEWED.search(Plain.of(told[: when.start]).text[-60:]) and _BEHIND.match(Plain.of(told).text)
    ]
    expired = bool(_BEHIND.match(Plain.of(told).text) and _EXPIRED.search(Plain.of(told).text))
    sort = next((name for name, pattern in _NAMED if pattern.match(what)), None)
    day = signed[0].first if signed else None
    return Older(line.text[start:end].strip(), day, renewed[0] if renewed else None, expired, sort)


_NAMED = (
    ("protocol", re.compile(r"(?:\w+ )?protocole?\b(?! d'accord)|بروتوكول")),
    ("letter_of_intent", re.compile(r"(?:\w+ )?(?:letter of intent|lettre d'intention)")),
    ("convention", re.compile(r"(?:\w+ )?convention\b|(?:ال)?اتفاقيه")),
    ("memorandum", re.compile(r"(?:\w+ )?memorandum\b|(?:ال)?مذكره")),
)
_EXPIRED = re.compile(r"expired|came to an end|a expire|a pris fin|arrivee? a echeance|انتهي العمل بها|انتهت")
_BEHIND = re.compile(r"^,? ?(?:which|that|qui|التي|الذي)(?!\w)")
