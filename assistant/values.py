"""What goes into the assistant and what comes out of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Outcome = Literal["answered", "not_covered", "unclear"]
Reason = Literal["not_in_documents", "unknown_name", "outside_dates", "unread_document", "unclear"]
Role = Literal["user", "assistant"]
WordingState = Literal["wording", "worded", "kept"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One side of the conversation so far."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words of a document: `quote` is its stored text from `start` to `end`."""

    number: int
    document: str
    title: str
    date: str | None
    page: int | None
    start: int
    end: int
    quote: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer and the numbers of the citations it rests on."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an answer's table and the numbers of its citations."""

    cells: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list or count, with how many documents were considered and how many could not be read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    considered: int
    unread: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One limit that a question sets, as it was understood."""

    key: str
    """What `Assistant.ask` takes in `without_filters` to ask again without it."""
    field: str
    """What is limited: `sort`, `date`, `state`, `time`, `name`, `group` or `word`."""
    words: str
    """The limit in the words of the question."""
    applied: bool = True
    """False where nothing on record can be told by it, so that the answer does without."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What the register was asked for."""

    kind: str
    """`event`, `person`, `agreement`, `commitment`, `programme`, `figure` or `organisation`."""
    form: str
    """`list`, `count`, `dates`, `when`, `holder` or `holders`."""
    words: str
    """Kind and form in the language of the question."""
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a language model made of an answer; the evidence is the same with and without it."""

    state: WordingState
    """`wording`: being written, checked so far. `worded`: these are its words. `kept`: the words of the documents stand."""
    note: str
    """A sentence to show with the answer."""
    model: str
    failure: str | None = None
    """Why the words of the documents stand: `timeout`, `unreachable`, `busy`, `failed`, `cut`, `unusable`, `resting` or
    `unbacked`."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Sentences that did not pass the gate, each with what spoke against it; foreign text, never part of the answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply: a short text whose every statement is cited, or a refusal with its reason and nearest passages."""

    question: str
    language: str
    outcome: Outcome
    text: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    snapshot: str
    fingerprint: str
    seconds: float
    reason: Reason | None = None
    table: Table | None = None
    nearest: tuple[Citation, ...] = ()
    """The closest passages of a refusal, numbered from 1 on their own."""
    route: str = "passages"
    as_of: str | None = None
    id: str | None = None
    understood: Understood | None = None
    """What the register was asked for; None where the answer comes from passages."""
    wording: Wording | None = None
    """What a language model made of it; None where none is configured or it was not asked."""

    def as_json(self) -> dict[str, Any]:
        """The answer in the shape of the `sanad ask --json` contract."""
        return asdict(self)
