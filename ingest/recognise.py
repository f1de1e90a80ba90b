"""What a report says about itself: title, date, venue, kind and language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document_date import document_date
from ingest.document_kind import document_kind
from ingest.header import header_fields
from ingest.title import first_heading, sort_line, title_of
from vectorstore import Block

_ARABIC = re.compile(r"[\u0620-\u064a]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_FRENCH_WORDS = frozenset(
    [
        "le",
        "la",
        "les",
        "des",
        "du",
        "de",
        "une",
        "un",
        "et",
        "est",
        "dans",
        "pour",
        "par",
        "sur",
        "au",
        "aux",
        "avec",
        "qui",
        "que",
        "ce",
        "cette",
        "il",
        "elle",
        "sont",
        "été",
    ]
)
_ENGLISH_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "for",
        "on",
        "with",
        "was",
        "were",
        "by",
        "that",
        "this",
        "from",
        "at",
        "are",
        "it",
        "an",
        "which",
        "has",
        "be",
    ]
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was found; None where the text does not say."""

    title: str
    language: str
    date: str | None
    date_text: str | None
    venue: str | None
    kind: str | None


def recognise(text: str, blocks: Sequence[Block], name: str, hint: str | None = None) -> Recognised:
    """Read the header of a report.

    Args:
        text: The stored text.
        blocks: Its structure.
        name: The file's path, the last resort for a title and a date.
        hint: A title from the file's metadata.
    """
    fields = header_fields(text, blocks)
    title = title_of(text, blocks, name, hint, fields)
    date_text, date = document_date(text, blocks, name, fields)
    return Recognised(
        title=title,
        language=language_of(text),
        date=date,
        date_text=date_text,
        venue=fields.get("venue"),
        kind=document_kind(first_heading(text, blocks), fields.get("kind"))
        or document_kind(sort_line(text, blocks))
        or document_kind(title, None, name),
    )


def language_of(text: str) -> str:
    """`ar` by script; `fr` or `en` by their function words."""
    sample = text[:20_000]
    if len(_ARABIC.findall(sample)) > len(_LATIN.findall(sample)):
        return "ar"
    found = re.findall(r"[^\W\d_]+", sample.lower())
    french = sum(word in _FRENCH_WORDS for word in found)
    return "fr" if french > sum(word in _ENGLISH_WORDS for word in found) else "en"
