"""Figures: how many of what, how much money for what, and whether the number is final."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.figure_tables import table_figures
from ingest.extract.lines import Line
from ingest.extract.money import money_figures
from ingest.extract.participation import counted
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import Fact

_PRELIMINARY = re.compile(
    r"\b(?:preliminary|provisional(?:ly)?|estimated|so far|provisoires?|preliminaires?|estimee?s?|a ce jour)\b|(?<!\w)(?:مبدييه?|اوليه?|تقديريه?)(?!\w)"
)
_FINAL = re.compile(r"\bfinal\b|\bdefinitiv|نهايي")
_REVISED = re.compile(r"\brevised\b|\bcorrected\b|revisee?s?|rectifiee?s?|معدل")
_SCORE = re.compile(
    r"(?P<what>(?:(?:overall|average|mean|final|satisfaction|moyenne) ){0,3}(?:satisfaction score|score|rating|mark|note(?: moyenne)?|متوسط رضا المشاركين|متوسط التقييم))(?P<between>[^.;\d]{0,90}?)(?P<score>\d+(?:[.,]\d{1,2})?) (?P<unit>(?:out of|sur|من) \d{1,3})(?!\w)"
)
_PERCENT = re.compile(
    r"(?P<what>rate of execution|execution rate|response rate|taux (?:d'execution|de reponse|de participation)|نسبه التنفيذ)(?P<between>[^.;\d]{0,40}?)(?P<score>\d+(?:[.,]\d{1,2})?) ?(?P<unit>per cent|percent|%|pour cent|في المايه|في المءه)"
)
_ABOUT = re.compile(
    r"(?:about|around|approximately|some|nearly|almost|more than|over|at least|up to|at most|environ|quelque|pres de|plus de|au moins|au plus|حوالي|نحو|اكثر من|قرابه)\s*$"
)
_AT = re.compile(r"^\s*(?:on|as of|as at|at|au|en|a la date du|في)\s+(?:the\s+|le\s+)?$")


def figures(reading: Reading) -> Iterator[Fact]:
    """Each number that the text says what it counts, once."""
    seen: set[tuple[str | None, ...]] = set()
    default = _document_state(reading)
    for line in reading.lines:
        if line.kind in ("paragraph", "item"):
            found = (*_counts(reading, line), *_scores(reading, line), *money_figures(reading, line))
        elif line.kind == "row":
            found = (*table_figures(reading, line), *money_figures(reading, line))
        else:
            continue
        for fields in found:
            key = tuple(fields.get(name) for name in ("quantity", "unit", "counts", "place", "by", "to"))
            if key not in seen:
                seen.add(key)
                yield reading.on_line("figure", line, **{**fields, "state": state_of(line, default)})


def _document_state(reading: Reading) -> str | None:
    """What title or the opening lines say of all figures of a document."""
    opening = [line for line in reading.lines if line.block <= 4 and len(line.text) < 160]
    words = Plain.of(reading.document.title).text
    status = " ".join(
        line.plain.text
        for line in opening
        if re.match(r"(?:status|report dated|etat|statut|الحاله)\s*:", line.plain.text)
    )
    for text in (words, status.split("replac")[0]):
        if re.search(r"preliminary|provisional|provisoire|preliminaire|اولي", text):
            return "preliminary"
        if _FINAL.search(text):
            return "final"
    return None


def state_of(line: Line, default: str | None) -> str | None:
    """What a line itself says of its figures, else what the document says of all."""
    words = line.plain.text
    for state, pattern in (("revised", _REVISED), ("preliminary", _PRELIMINARY), ("final", _FINAL)):
        match = pattern.search(words)
        if match and not (state == "final" and re.match(r"final (?:test|report|session|exam)", words[match.start() :])):
            return state if len(set(_states(words))) == 1 else None
    return default


def _states(words: str) -> list[str]:
    names = {"preliminary": _PRELIMINARY, "final": _FINAL}
    return [
        name for name, pattern in names.items() if pattern.search(re.sub(r"final (?:test|report|session)", "", words))
    ] or ["revised"]


def _counts(reading: Reading, line: Line) -> Iterator[dict[str, str | None]]:
    dates = find_when(line.text, reading.date)
    for count in counted(line.text, line.plain):
        if any(date.start <= count.start < date.end for date in dates):
            continue
        following = [date for date in dates if date.start >= count.end]
        at = (
            following[0].first
            if following and _AT.match(Plain.of(line.text[count.end : following[0].start]).text)
            else None
        )
        about = _ABOUT.search(Plain.of(line.text[: count.start]).text)
        written = line.text[: count.start][about.start() :].strip() if about and line.plain.places is None else None
        yield {"quantity": count.quantity, "counts": count.what, "at_date": at, "about": written}


def _scores(reading: Reading, line: Line) -> Iterator[dict[str, str | None]]:
    for pattern in (_SCORE, _PERCENT):
        match = pattern.search(line.plain.text)
        if match:
            quantity, unit, what = (
                line.text[slice(*line.plain.span(match, name))] for name in ("score", "unit", "what")
            )
            yield {"quantity": quantity, "unit": unit, "counts": what}
