"""The sentences of an archive, each with what stands above it and says what it is one of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from vectorstore import DocumentInfo, Snapshot, StoredChunk, StoredSentence, fold, terms

_OPENING = 40
"""Words."""
_LABEL = 3
"""Words at most of a sentence that only names what the next ones are about."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A sentence, list item or table row with its surroundings."""

    sentence: StoredSentence
    about: DocumentInfo
    heading: str
    """The nearest heading above it, the title aside, and the label that opens its paragraph."""
    opening: str
    """The first words of its document, which may say where and when."""
    place: int
    """Its number among the sentences that were read."""

    @cached_property
    def folded(self) -> str:
        """Its words, folded."""
        return fold(self.sentence.text)

    @cached_property
    def above(self) -> str:
        """What stands above it, folded: heading and label; the title of a row or item that has none."""
        title = self.about.title if self.sentence.kind in ("row", "item") else ""
        return fold(self.heading or title)

    @cached_property
    def own(self) -> frozenset[str]:
        """Terms of its own words and of the names of its columns."""
        return frozenset(terms(" ".join([*self.sentence.columns, self.sentence.text])))

    @cached_property
    def around(self) -> frozenset[str]:
        """Terms of what stands above it, and of its document's title, place and file."""
        return frozenset(terms(" ".join([self.heading, self.about.title, self.about.venue or "", self.about.path])))

    @cached_property
    def opened(self) -> frozenset[str]:
        """Terms of the first words of its document."""
        return frozenset(terms(self.opening))


def units(snapshot: Snapshot, chunks: Collection[int]) -> Iterator[Unit]:
    """The sentences of some chunks, each document's in order."""
    stored = {chunk.chunk_id: chunk for chunk in snapshot.passages(sorted(chunks))}
    ordered = sorted(snapshot.sentences(list(stored)), key=lambda s: (s.document, s.start))
    openings = _openings(ordered)
    label, last = "", None
    for place, sentence in enumerate(ordered):
        chunk = stored[sentence.chunk_id]
        label = _label(label, last, sentence, chunk)
        last = sentence
        if sentence.kind not in ("heading", "header") and sentence.text.strip():
            heading = " | ".join(filter(None, (_heading(chunk), label)))
            yield Unit(sentence, chunk.document, heading, openings[sentence.document], place)


def _openings(ordered: Sequence[StoredSentence]) -> dict[str, str]:
    """The first words of every document."""
    found: dict[str, list[str]] = {}
    for sentence in ordered:
        said = found.setdefault(sentence.document, [])
        if len(said) < _OPENING:
            said += sentence.text.split()
    return {document: " ".join(said[:_OPENING]) for document, said in found.items()}


def _label(label: str, last: StoredSentence | None, sentence: StoredSentence, chunk: StoredChunk) -> str:
    """The label of a paragraph that goes on; the sentence before, where it is a word or two that opened the paragraph."""
    if last is None or last.document != sentence.document or last.kind != sentence.kind:
        return ""
    between = chunk.text[max(0, last.end - chunk.start) : max(0, sentence.start - chunk.start)]
    if last.end < chunk.start or "\n" in between or sentence.kind == "row":
        return ""
    return label or (last.text if len(last.text.split()) <= _LABEL and last.text.rstrip().endswith((".", ":")) else "")


def _heading(chunk: StoredChunk) -> str:
    below = chunk.headings[1:] if chunk.headings[:1] == (chunk.document.title,) else chunk.headings
    return below[-1] if below else ""
