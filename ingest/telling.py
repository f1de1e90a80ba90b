"""How chunks and facts travel from a child process to this one, as JSON values that are checked when they arrive.

A chunk and a fact quote the text of their document, so only the places travel, and nothing can be cited that is not there.
"""

from __future__ import annotations

from typing import Any, get_args

from vectorstore import BlockKind, Chunk, Document, Fact, FactKind, Sentence

from .recognise import Recognised

_BLOCKS: tuple[BlockKind, ...] = get_args(BlockKind)
_FACTS: tuple[FactKind, ...] = get_args(FactKind)


def chunk_as_json(chunk: Chunk, text: str) -> list[Any]:
    """A chunk of a text, without its words."""
    return [chunk.start, chunk.end, chunk.page, chunk.headings, [_sentence(one, text) for one in chunk.sentences]]


def chunks_from_json(values: Any, document: Document) -> tuple[Chunk, ...]:
    """The chunks of a document.

    Raises:
        ValueError, KeyError, TypeError: the values have another shape, or quote what is not there.
    """
    return tuple(_chunk(number, value, document) for number, value in enumerate(values))


def fact_as_json(fact: Fact) -> list[Any]:
    """A fact, without its words."""
    return [fact.kind, fact.page, fact.start, fact.end, dict(fact.fields)]


def facts_from_json(values: Any, document: Document) -> tuple[Fact, ...]:
    """The facts of a document.

    Raises:
        ValueError, KeyError, TypeError: the values have another shape, or quote what is not there.
    """
    return tuple(_fact(value, document) for value in values)


def seen_from_json(value: Any) -> Recognised:
    """What the header of a document says.

    Raises:
        ValueError, KeyError, TypeError: the value has another shape.
    """
    seen = Recognised(**value)
    if not all(isinstance(said, str) for said in (seen.title, seen.language)):
        raise TypeError("a title and a language were expected")
    if not all(said is None or isinstance(said, str) for said in (seen.date, seen.date_text, seen.venue, seen.kind)):
        raise TypeError("a text was expected")
    return seen


def _sentence(sentence: Sentence, text: str) -> list[Any]:
    same = sentence.embedded == text[sentence.start : sentence.end]
    words = None if same else sentence.embedded
    return [sentence.start, sentence.end, sentence.kind, sentence.page, sentence.columns, words]


def _chunk(number: int, value: Any, document: Document) -> Chunk:
    start, end, page, headings, sentences = value
    words = _words(document.text, start, end)
    found = tuple(_sentence_of(one, document.text) for one in sentences)
    return Chunk(document.path, number, start, end, words, _texts(headings), found, _page(page))


def _sentence_of(value: Any, text: str) -> Sentence:
    start, end, kind, page, columns, words = value
    if kind not in _BLOCKS:
        raise ValueError(f"no such kind of block: {kind}")
    said = _words(text, start, end) if words is None else _texts([words])[0]
    return Sentence(start, end, kind, _page(page), _texts(columns), said)


def _fact(value: Any, document: Document) -> Fact:
    kind, page, start, end, fields = value
    if kind not in _FACTS:
        raise ValueError(f"no such kind of fact: {kind}")
    said = dict(zip(_texts(fields), _texts(fields.values()), strict=True))
    words = _words(document.text, start, end)
    return Fact(kind, document.path, _page(page), start, end, words, said, document.language)


def _words(text: str, start: Any, end: Any) -> str:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise ValueError(f"the text has no words at {start}-{end}")
    return text[start:end]


def _texts(values: Any) -> tuple[str, ...]:
    found = tuple(values)
    if not all(isinstance(value, str) for value in found):
        raise TypeError("texts were expected")
    return found


def _page(value: Any) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError("a number was expected")
    return value
