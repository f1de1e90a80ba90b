"""Lists that are told in running text: a sentence that enumerates, a paragraph or section whose sentences are the items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.reading.document_lists import Entry, Listing, Sort
from assistant.reading.enumerations import enumerates
from vectorstore import Block, Document, StoredSentence, find_dates, find_people

_LONGEST = 95
"""Words of what is told; more is no answer but a chapter."""
_LABEL = 10
"""Words at most of a line that names what is told below it."""


def told_in(document: Document, sentences: Sequence[StoredSentence]) -> tuple[Listing, ...]:
    """What a document lists in sentences, in its order.

    Args:
        document: Its text and the structure of that.
        sentences: All of its sentences.
    """
    walk = _Walk(document.text, sorted(sentences, key=lambda s: s.start))
    for block in document.blocks:
        walk.take(block)
    walk.close()
    return tuple(walk.found)


_PIECES = re.compile(r"[,،;؛]")
_AND = re.compile(r"(?<!\S)و[\u0621-\u064a]{3,}")
"""Words that Arabic writes as one with the "and" before them."""
_NO_LABEL = ("", -1)


@dataclass
class _Walk:
    text: str
    sentences: Sequence[StoredSentence]
    found: list[Listing] = field(default_factory=list)
    _path: list[tuple[int, str, int]] = field(default_factory=list)
    _label: tuple[str, int] = _NO_LABEL
    _section: list[StoredSentence] = field(default_factory=list)
    _blocks: int = 0
    _at: int = 0

    def take(self, block: Block) -> None:
        """Read the next block."""
        text = self.text[block.start : block.end]
        if block.kind == "heading":
            self.close()
            self._path = [entry for entry in self._path if entry[0] < block.level]
            self._path.append((block.level, text, block.start))
        elif block.kind in ("row", "header"):
            self.close()
        elif block.kind == "paragraph" and _names_what_follows(text):
            self.close()
            self._label = (text, block.start)
        else:
            self._told(block)

    def close(self) -> None:
        """End the section that is open."""
        mixed = any(sentence.kind == "paragraph" for sentence in self._section)
        if mixed and (self._blocks > 1 or len(self._section) == 1):
            self._add("told", self._section, self._label)
        self._section, self._blocks, self._label = [], 0, _NO_LABEL

    def _told(self, block: Block) -> None:
        own = list(self._within(block))
        label = self._label if not self._section else _NO_LABEL
        for sentence in own:
            if block.kind == "paragraph" and _names_several(sentence.text):
                self._add("sentence", [sentence], label)
        if len(own) > 1:
            self._add("told", own, label)
        self._section += own
        self._blocks += 1

    def _within(self, block: Block) -> Iterator[StoredSentence]:
        while self._at < len(self.sentences) and self.sentences[self._at].start < block.start:
            self._at += 1
        seen = self._at
        while seen < len(self.sentences) and self.sentences[seen].start < block.end:
            if seen == self._at or self.sentences[seen].start != self.sentences[seen - 1].start:
                yield self.sentences[seen]
            seen += 1

    def _add(self, sort: Sort, told: Sequence[StoredSentence], label: tuple[str, int]) -> None:
        asked = [s for s in told if s.text.rstrip().endswith(("?", "؟"))]
        if asked and len(asked) < len(told):  # what is asked above an answer is none of what is told
            told = [s for s in told if s not in asked]
            label = label if label != _NO_LABEL else (asked[0].text, asked[0].start)
        if not told or sum(len(s.text.split()) for s in told) > _LONGEST:
            return
        below = [entry for entry in self._path if entry[2] > 0]
        entries = tuple(Entry(s.start, s.end, s.text, (), s.text) for s in told)
        headings = tuple(title for _, title, _ in below)
        self.found.append(Listing(sort, entries, *label, headings, below[-1][2] if below else -1))


def _names_several(text: str) -> bool:
    """Whether a sentence may list things: it has pieces between commas or semicolons, or says that it does."""
    return len(_PIECES.findall(text)) > 1 or len(_AND.findall(text)) > 2 or enumerates(text)


def _names_what_follows(text: str) -> bool:
    """Whether a line is short and neither a sentence nor somebody or something told with its date or its place."""
    if len(text.split()) > _LABEL or text.rstrip().endswith((".", "!", ";", "؛", ",", "،")):
        return False
    return not re.search(r"[,،]|[:：]\s*\S", text) and not find_people(text) and not find_dates(text)
