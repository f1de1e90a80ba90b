"""How a sentence is shown: its answering words first, then as much of it as can be read at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.reading.draft import Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import names_of, row_said
from assistant.reading.span import Span
from assistant.understand import (
    Question,
)
from vectorstore import StoredSentence, rewrite_dates

LONGEST_STATEMENT = 60
"""Words; a longer sentence is shown in part, its citation has it whole."""
Siblings = Callable[[StoredSentence], Sequence[StoredSentence]]
"""The sentences of the section a sentence stands in, in order."""


def lead(question: Question, best: Evidence, span: Span | None) -> list[Said]:
    """The span on its own, a date in the question's language, unless it is nearly the whole sentence."""
    if span is None:
        return []
    text = best.sentence.text[span.start : span.end].strip(" ,،;")
    if best.passage.source.language != question.language:
        text = rewrite_dates(text, question.language)
    if not text or len(text) > 0.8 * len(best.sentence.text):
        return []
    return [Said(text, (best.sentence,))]


def shown(question: Question, sentence: StoredSentence, span: Span | None, siblings: Siblings) -> Said:
    """A sentence, or a row as the names of its columns with its cells."""
    if sentence.kind == "row":
        return row_said(sentence, names_of(sentence, siblings(sentence)), span, question.terms)
    return whole(sentence, span)


def whole(sentence: StoredSentence, span: Span | None, limit: int = LONGEST_STATEMENT) -> Said:
    """A sentence, as much of it as is shown at once."""
    return Said(shortened(sentence.text, span, limit), (sentence,))


def at_most(sentence: StoredSentence, words: int, siblings: Siblings) -> Said:
    """A sentence of which nothing in particular is shown: a row whole, with the names of its columns, any other to so many words."""
    if sentence.kind == "row":
        return row_said(sentence, names_of(sentence, siblings(sentence)))
    return whole(sentence, None, words)


def shortened(text: str, span: Span | None, limit: int = LONGEST_STATEMENT) -> str:
    """At most `limit` words of a sentence, around the span, cut at clauses where that is possible."""
    words = list(re.finditer(r"\S+", text))
    if len(words) <= limit:
        return text
    middle = next((n for n, w in enumerate(words) if span and w.end() > span.start), 0)
    first = max(0, min(middle - limit // 2, len(words) - limit))
    last = min(len(words), first + limit) - 1
    piece = text[words[first].start() : words[last].end()]
    return ("… " if first else "") + piece + (" …" if last < len(words) - 1 else "")
