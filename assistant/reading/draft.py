"""What an answer will say and rest on, before it is numbered and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from types import MappingProxyType

from assistant.values import Citation, Row, Statement, Table
from vectorstore import DocumentInfo, Fact, StoredSentence

Place = Callable[[Fact], tuple[StoredSentence, ...]]
"""The sentences that a fact stands in."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the sentences it is taken from."""

    text: str
    sources: tuple[StoredSentence, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a table: what it says, and how that is set out in cells."""

    said: Said
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Statements in order; the first is the answer itself. A list too long to be read in a text stands in rows."""

    said: tuple[Said, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[Listed, ...] = ()
    _: KW_ONLY
    holds: bool | None = None
    """Yes or no, where the question asks for that and what is said decides it."""
    dated: tuple[Said, ...] = ()
    """Statements that disagree, to be shown with the dates of their documents."""
    reckoned: str = ""
    """What follows from all that is said together, as a time between two days; it opens the answer if all of it holds."""
    opening: str = ""
    """What is said first of the answer itself, which no document says: that a summary is not written."""
    untold: tuple[str, ...] = ()
    """What else was asked and no document says; it is said last."""
    labels: tuple[tuple[str, str], ...] = ()
    """What each statement is said of, by its text, where the same is said of several things."""
    counted: bool = False
    """Whether the number of the rows is the answer."""
    gathered: bool = False
    """Whether the rows are passages of several documents, so that more may be told elsewhere."""
    unsure: bool = False
    """Whether no sentence was enough for an answer, so that what is gathered only comes nearest."""


def number(draft: Draft, about: Callable[[str], DocumentInfo]) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Number the sources in the order of their first use; the rows come after what is said."""
    numbers: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []
    statements: list[Statement] = []
    for said in (*draft.said, *(row.said for row in draft.rows)):
        used = []
        for sentence in said.sources:
            key = (sentence.document, sentence.start, sentence.end)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                citations.append(cite(sentence, about(sentence.document), numbers[key]))
            used.append(numbers[key])
        statements.append(Statement(said.text, tuple(dict.fromkeys(used))))
    return tuple(dict.fromkeys(statements)), tuple(citations)


def tabulated(
    draft: Draft, kept: Sequence[Statement], considered: int, unread: int
) -> tuple[tuple[Statement, ...], Table | None]:
    """What is said in the text, and the rows that hold as a table; None where there are no rows.

    Args:
        draft: What the answer would say.
        kept: Its statements that hold.
        considered: How many documents the archive has.
        unread: How many of its files could not be read.
    """
    of = {statement.text: statement for statement in kept}
    rows = tuple(Row(row.cells, of[row.said.text].citations) for row in draft.rows if row.said.text in of)
    if not rows:
        return tuple(kept), None
    said = tuple(of[one.text] for one in draft.said if one.text in of)
    whole = len(rows) == len(draft.rows)
    told = said or (next(of[row.said.text] for row in draft.rows if row.said.text in of),)
    if draft.gathered:
        return told, Table(draft.columns, rows, considered, unread, complete=False)
    return told, Table(draft.columns, rows, 0, 0, whole)


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


def worded(
    statements: Sequence[Statement],
    days: Mapping[str, str] = MappingProxyType({}),
    labels: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The answer as text, a line for each statement, with its marks; `days` are shown behind statements and `labels` before them."""
    lines = [f"{s.text} {''.join(f'[{n}]' for n in s.citations)}" for s in statements]
    lines = [
        f"{labels[s.text]}: {line}" if s.text in labels else line for s, line in zip(statements, lines, strict=True)
    ]
    return "\n".join(
        f"{line} ({days[s.text]})" if s.text in days else line for s, line in zip(statements, lines, strict=True)
    )
