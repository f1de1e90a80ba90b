"""What an answer will say and rest on, before it is numbered and checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.values import Citation, Statement
from vectorstore import DocumentInfo, StoredSentence


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the sentences it is taken from."""

    text: str
    sources: tuple[StoredSentence, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Statements in order; the first is the answer itself."""

    said: tuple[Said, ...]


def number(draft: Draft, about: Callable[[str], DocumentInfo]) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Number the sources in the order of their first use."""
    numbers: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []
    statements: list[Statement] = []
    for said in draft.said:
        used = []
        for sentence in said.sources:
            key = (sentence.document, sentence.start, sentence.end)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                citations.append(cite(sentence, about(sentence.document), numbers[key]))
            used.append(numbers[key])
        statements.append(Statement(said.text, tuple(dict.fromkeys(used))))
    return tuple(dict.fromkeys(statements)), tuple(citations)


def cite(sentence: StoredSentence, about: DocumentInfo, number_of: int) -> Citation:
    """The citation of one sentence."""
    return Citation(
        number=number_of,
        document=sentence.document,
        title=about.title,
        date=about.date,
        page=sentence.page,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        language=about.language,
    )


def worded(statements: Sequence[Statement]) -> str:
    """The answer as text, a line for each statement, with its marks."""
    return "\n".join(f"{s.text} {''.join(f'[{n}]' for n in s.citations)}" for s in statements)
