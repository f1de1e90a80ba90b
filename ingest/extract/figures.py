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
_FINAL = re.compile(r"\bfinal\b|\bdefiniti[fv]|نهايي")
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
        for at, fields in _on(reading, line):
            key = tuple(fields.get(name) for name in ("quantity", "unit", "counts", "of", "place", "by", "to"))
            if key not in seen:
                seen.add(key)
                yield reading.on_line("figure", line, **{**fields, "state": state_at(line, at, default)})


def _on(reading: Reading, line: Line) -> Iterator[tuple[int, dict[str, str | None]]]:
    """The figures of a line, each with the place in the line where its words end."""
    if line.kind in ("paragraph", "item"):
        yield from _counts(reading, line)
        yield from _scores(line)
        yield from money_figures(reading, line)
    elif line.kind == "row":
        yield from ((len(line.text), fields) for fields in table_figures(reading, line))
        yield from money_figures(reading, line)


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


def state_at(line: Line, at: int, default: str | None) -> str | None:
    """What the words around a figure say of it, else what the document says of all."""
    words = _NOT_OF_FIGURES.sub(lambda match: "-" * len(match.group()), line.plain.text)
    place = at if line.plain.places is None else sum(p < at for p in line.plain.places[:-1])
    near = [
        (_distance(words, match.span(), place), state)
        for state, pattern in (("revised", _REVISED), ("preliminary", _PRELIMINARY), ("final", _FINAL))
        for match in pattern.finditer(words)
    ]
    told = [(distance, state) for distance, state in near if distance is not None]
    return min(told)[1] if told else default


def _distance(words: str, span: tuple[int, int], place: int) -> int | None:
    """How far a word of state stands from a figure that ends at a place; None where it is of something else."""
    start, end = span
    if end <= place:
        return place - end if place - end <= _BEFORE else None
    between = words[place:start]
    return start - place if len(between) <= _BEHIND and not re.search(r"[,;.]", between) else None


_BEFORE, _BEHIND = 110, 40
"""Characters between a word of state and the end of a figure before or after it."""
_NOT_OF_FIGURES = re.compile(
    r"final (?:test|session|exam|report|declaration|version|text)|(?:rapport|texte|version) (?:final|definitive?)"
)


def _counts(reading: Reading, line: Line) -> Iterator[tuple[int, dict[str, str | None]]]:
    dates = find_when(line.text, reading.date)
    former = _former(line)
    of = _LABEL.match(line.text) if line.kind == "item" else None
    for count in counted(line.text, line.plain):
        if any(date.start <= count.start < date.end for date in dates):
            continue
        following = [date for date in dates if date.start >= count.end]
        between = Plain.of(line.text[count.end : following[0].start]).text if following else ""
        about = _ABOUT.search(Plain.of(line.text[: count.start]).text)
        written = line.text[: count.start][about.start() :].strip() if about and line.plain.places is None else None
        yield (
            count.end,
            {
                "quantity": count.quantity,
                "counts": count.what,
                "of": of["label"].strip() if of and of.end() <= count.start else None,
                "at_date": following[0].first if following and _AT.match(between) else None,
                "about": written,
                "former": former.get(count.start),
            },
        )
    yield from _risen(line)


def _former(line: Line) -> dict[int, str]:
    """For each number that another one has become, where it stands and what it was before."""
    return {
        line.plain.span(match, "now")[0]: line.text[slice(*line.plain.span(match, "former"))]
        for match in _FROM_TO.finditer(line.plain.text)
    }


def _risen(line: Line) -> Iterator[tuple[int, dict[str, str | None]]]:
    """`The number of grants rises from 20 to 24`."""
    for match in _RISES.finditer(line.plain.text):
        what, former, now = (line.text[slice(*line.plain.span(match, name))] for name in ("what", "former", "now"))
        yield line.plain.span(match)[1], {"quantity": now, "counts": what, "former": former}


_LABEL = re.compile(r"^(?P<label>[^:.]{3,60}):\s")
_FROM_TO = re.compile(
    r"(?:\bfrom|\bde|(?<!\w)من) (?P<former>\d[\d,]*)(?: [a-z]+){0,2}? (?:to|a|الي) (?P<now>\d[\d,]*)(?![\d.,]*(?:\d| (?:%|per cent|january|february|march|april|may|june|july|august|september|october|november|december)))"
)
_RISES = re.compile(
    r"(?:number of|nombre de|nombre d'|عدد) (?P<what>[a-z\u0621-\u064a][a-z\u0621-\u064a ]{2,40}?) (?:has |a |have )?(?:rises?|rose|risen|grew|grown|increased?s?|went|goes|fell|falls|dropped|passe(?:ra)?|augmente|ارتفع|من)(?: up| down)? (?:from|de|من) (?P<former>\d[\d,]*) (?:to|a|الي) (?P<now>\d[\d,]*)(?![\d.,]*\d)"
)


def _scores(line: Line) -> Iterator[tuple[int, dict[str, str | None]]]:
    for pattern in (_SCORE, _PERCENT):
        match = pattern.search(line.plain.text)
        if match:
            quantity, unit, what = (
                line.text[slice(*line.plain.span(match, name))] for name in ("score", "unit", "what")
            )
            yield line.plain.span(match)[1], {"quantity": quantity, "unit": unit, "counts": what}
