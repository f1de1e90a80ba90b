"""Made-up cooperation reports in three languages, the same for the same seed, with facts planted in some of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.benchmarks.phrases import HEADINGS, LABELS, PLANTED, SENTENCES, TITLES, TOPICS
from vectorstore import say_date

_STARTS = [
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "do",
    "fa",
    "fe",
    "ga",
    "go",
    "ha",
    "he",
    "ka",
    "ke",
    "la",
    "le",
    "lo",
    "ma",
    "me",
    "mo",
    "na",
    "ne",
    "pa",
    "pe",
    "ra",
    "re",
    "ro",
    "sa",
    "se",
    "ta",
    "te",
    "to",
    "va",
    "ve",
    "za",
]
_ENDS = [
    "bar",
    "den",
    "dor",
    "fal",
    "gan",
    "har",
    "kel",
    "lan",
    "lor",
    "mar",
    "men",
    "nor",
    "pol",
    "ran",
    "ren",
    "sel",
    "tan",
    "ter",
    "val",
    "ven",
    "vor",
    "zan",
]
_PLANTED_IN = 50
"""Facts in an archive, or one in every report where it has fewer reports."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report: a title, lines below it, and sections of paragraphs, list items and table rows."""

    name: str
    language: str
    title: str
    lines: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    rows: tuple[tuple[str, ...], ...]
    """A table, its column names first."""


@dataclass(frozen=True, slots=True)
class PlantedFact:
    """A fact that stands in one sentence of one report, and a question for it."""

    name: str
    """Of the report."""
    subject: str
    sentence: str
    question: str
    answer: str


def reports(count: int, *, paragraphs: int = 24, seed: int = 1) -> tuple[Iterator[Report], tuple[PlantedFact, ...]]:
    """An archive of `count` reports, made as they are asked for, and the facts planted in it."""
    rarely = random.Random(f"{seed} planted")
    planted = [_planted(rarely, number, count) for number in range(min(count, _PLANTED_IN))]
    holding = {fact.name: fact for fact in planted}
    return (_report(number, paragraphs, seed, holding) for number in range(count)), tuple(planted)


def _report(number: int, paragraphs: int, seed: int, holding: dict[str, PlantedFact]) -> Report:
    chance = random.Random(f"{seed} {number}")
    language = chance.choices(("en", "fr", "ar"), (6, 3, 1))[0]
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(4200))
    values = {
        "topic": chance.choice(TOPICS[language]),
        "town": _name(chance),
        "date": say_date(day.isoformat(), None, language),
    }
    name = _file_name(number)
    fact = holding.get(name)
    texts = [_paragraph(chance, language, day) for _ in range(paragraphs)]
    if fact:
        texts.insert(chance.randrange(len(texts)), fact.sentence)
    labels = LABELS[language]
    return Report(
        name,
        language,
        chance.choice(TITLES[language]).format(**values),
        (f"{labels[0]}: {values['date']}", f"{labels[1]}: {values['town']}, {_name(chance)}"),
        tuple(_sections(chance, language, texts)),
        (labels[2:], *((_name(chance), str(chance.randrange(5, 90)), _name(chance)) for _ in range(5))),
    )


def _sections(chance: random.Random, language: str, texts: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for start in range(0, len(texts), 4):
        yield chance.choice(HEADINGS[language]), tuple(texts[start : start + 4])


def _paragraph(chance: random.Random, language: str, day: date) -> str:
    return " ".join(_filled(chance, chance.choice(SENTENCES[language]), language, day) for _ in range(4))


def _filled(chance: random.Random, sentence: str, language: str, day: date) -> str:
    return sentence.format(
        person=f"{_name(chance)} {_name(chance).upper()}",
        body=f"{_name(chance)} {_name(chance)}",
        code=_name(chance)[:4].upper(),
        town=_name(chance),
        topic=chance.choice(TOPICS[language]),
        number=chance.randrange(3, 400),
        money=f"{chance.randrange(10, 900)},{chance.randrange(100, 999)}",
        date=say_date((day + timedelta(days=chance.randrange(1, 300))).isoformat(), None, language),
    )


def _planted(chance: random.Random, number: int, count: int) -> PlantedFact:
    sentence, question, answer = PLANTED[number % len(PLANTED)]
    subject = f"{_name(chance)}{_name(chance).lower()}"
    values = {
        "subject": subject,
        "person": f"{_name(chance)} {_name(chance).upper()}",
        "town": _name(chance) + "ville",
        "money": f"{chance.randrange(100, 900)},{chance.randrange(100, 999)}",
        "number": str(chance.randrange(1000, 9999)),
    }
    home = _file_name(number * count // min(count, _PLANTED_IN))
    return PlantedFact(home, subject, *(text.format(**values) for text in (sentence, question, answer)))


def _name(chance: random.Random) -> str:
    return (chance.choice(_STARTS) + chance.choice(_STARTS) + chance.choice(_ENDS)).capitalize()


def _file_name(number: int) -> str:
    return f"{2015 + number % 11}/report-{number:05d}"
