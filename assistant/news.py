"""What is new since a day: the documents of that time and what they say began, newest first, each in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from assistant.reading.draft import Draft, Listed, Place, Said
from assistant.register.period import find_period
from assistant.register.register import Register
from assistant.understand import Question
from assistant.words import since, since_columns
from vectorstore import DocumentInfo, StoredSentence, fold, say_date

_ASKS = re.compile(
    r"\bwhat(?:'s| is| are| has|'ve| have)?(?: there)?(?: been)? (?:new|changed|the (?:latest )?news|the latest)\b(?!\s+(?:name|date|number|address|director))|\bany(?:thing)? (?:new|news|changes)\b|\bwhat (?:has )?happened (?:since|lately|recently)\b|\bupdates? since\b"
    r"|\bquoi de (?:neuf|nouveau)\b|\bqu(?:'est-ce qui|oi) (?:a change|est nouveau|s'est passe (?:depuis|recemment))|\bquelles? (?:sont les )?nouveautes?\b|\bdu nouveau\b"
    r"|\b(?:ما|شو|ايش|وش)(?: هو| هي| هو)? (?:ال)?(?:جديد|مستجدات|اخر المستجدات)|\bماذا (?:تغير|استجد|جد)\b|\bما الذي (?:تغير|استجد|حدث منذ)"
)
_ABOUT = re.compile(
    r"\b(?:about|in|on|with|for|sur|dans|avec|pour|concernant|بخصوص|عن|حول)\s+(?!(?:the )?(?:archive|documents?|last|past|this|\d))"
)
_BACK = timedelta(days=365)
_MOST = 60
"""Rows at most."""
_SHOWN = 3
"""Rows that are said in the text, too."""
_LONGEST = 40
"""Words of a row."""
_DATED: Mapping[str, str] = {"agreement": "signed_date", "person": "from_date", "programme": "since_date"}
"""What begins on a day, by kind of fact."""

First = Callable[[str], StoredSentence | None]
"""The first sentence of a document."""


def asks_news(question: Question) -> bool:
    """Whether a question asks what is new, of the whole archive and nothing in particular."""
    folded = fold(question.text).replace("’", "'")
    return bool(_ASKS.search(folded)) and not _ABOUT.search(folded) and not question.names


def news(
    question: Question, today: date, documents: Sequence[DocumentInfo], register: Register, first: First, place: Place
) -> Draft | None:
    """The documents and what they say began since the day asked about, or within a year; None where there are none."""
    period = find_period(question.text, today)
    start = (period.first if period else None) or (today - _BACK).isoformat()
    found = [*_documents(documents, start, today, first), *_begun(register, start, today, place)]
    rows: dict[tuple[str, str], Listed] = {}
    for day, sentence in sorted(found, key=lambda item: item[0], reverse=True)[:_MOST]:
        text = " ".join(sentence.text.split()[:_LONGEST])
        cells = (say_date(day, None, question.language), text)
        rows.setdefault((sentence.document, text), Listed(Said(text, (sentence,)), cells))
    if not rows:
        return None
    days = say_date(start, None, question.language)
    return Draft(
        (), since_columns(question.language), tuple(rows.values()), opening=since(question.language, len(rows), days)
    )


def _documents(
    documents: Sequence[DocumentInfo], start: str, today: date, first: First
) -> Iterator[tuple[str, StoredSentence]]:
    """The documents of the time, by their first sentence."""
    for one in documents:
        if one.date and start[: len(one.date)] <= one.date <= today.isoformat() and (sentence := first(one.path)):
            yield one.date, sentence


def _begun(register: Register, start: str, today: date, place: Place) -> Iterator[tuple[str, StoredSentence]]:
    """What was agreed, who took office and what was set up since."""
    people = (fact for person in register.people.all() for fact in person.facts)
    facts = [
        *(fact for kind in ("agreement", "programme") for r in register.of_kind(kind) for fact in r.facts),
        *people,
    ]
    for fact in facts:
        day = fact.fields.get(_DATED.get(fact.kind, "")) or ""
        if len(day) >= len("2000-01") and start[: len(day)] <= day <= today.isoformat():
            yield from ((day, sentence) for sentence in place(fact)[:1])
