"""The passages of the bundled samples, and the questions whose answer stands in some of them word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evaluation.sets import read_sets
from assistant.evaluation.values import Case
from ingest import SAMPLES
from ingest.discover import discover
from ingest.isolation import Limits
from ingest.reading import read_file
from vectorstore import Chunk


@dataclass(frozen=True, slots=True)
class Samples:
    """Passages as they are embedded, and questions with the places of the passages that hold their gold quote."""

    passages: tuple[str, ...]
    questions: tuple[str, ...]
    gold: tuple[frozenset[int], ...]


def sample_passages(most: int | None = None) -> Samples:
    """Read the samples; a question that needs the conversation before it is left out, and one whose quote is in no passage."""
    chunks = list(_chunks())[:most]
    asked = [
        (case.question, wanted)
        for case in read_sets([SAMPLES.parent / "questions.jsonl"]).cases
        if case.quote and not case.history and (wanted := _holding(case, chunks))
    ]
    return Samples(
        tuple(chunk.embedded for chunk in chunks), tuple(text for text, _ in asked), tuple(gold for _, gold in asked)
    )


def _chunks() -> Iterator[Chunk]:
    for file in discover(SAMPLES).files:
        yield from read_file(file, "", Limits()).chunks


def _holding(case: Case, chunks: Sequence[Chunk]) -> frozenset[int]:
    """Places of the passages that hold a passage of the quote, or half of it where it was split."""
    quotes = [_plain(quote) for quote in case.quote.split(" || ")]
    halves = [half for quote in quotes for half in (quote[: len(quote) // 2 + 1], quote[len(quote) // 2 :])]
    return frozenset(
        place
        for place, chunk in enumerate(chunks)
        if chunk.document in case.documents and any(half in _plain(chunk.text) for half in halves)
    )


def _plain(text: str) -> str:
    return " ".join(text.replace("|", " ").split())
