"""What goes into the assistant and what comes out of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
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
    """0 where it shows a list of one document as it stands."""
    unread: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One limit that a question sets, as it was understood."""

    key: str
    """What `Assistant.ask` takes in `without_filters` to ask again without it."""
    field: str
    """What is limited: `sort`, `date`, `state`, `time`, `name` (also who made a promise), `group` or `word`."""
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
class Version:
    """One of several values that documents give of the same thing."""

    text: str
    """The value, in the language of the question where it is a date."""
    date: str | None
    """Of the document that says so, ISO."""
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """That documents give several values of the one thing asked for."""

    text: str
    """One sentence that says so, with the marks of the citations; it is part of the answer's text."""
    versions: tuple[Version, ...]
    """The final or newest value first: the one that the answer leads with."""


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
class Asked:
    """All that an answer depends on besides the code: with it the answer can be given again, the same to the letter."""

    question: str
    history: tuple[Turn, ...]
    as_of: str | None
    today: str
    """The day it was asked, ISO."""
    without: tuple[str, ...]
    without_filters: tuple[str, ...]
    snapshot: str
    settings: Mapping[str, Any]
    digest: str = ""
    """Of the answer in the words of the documents."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that was weighed, with what became of it and why."""

    document: str
    start: int
    end: int
    words: str
    kept: bool
    why: str
    scores: Mapping[str, float]
    """What spoke for it; the first is the total."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How an answer came about."""

    asked: Asked | None
    standalone: str
    """The question as it was understood, with what it takes over from the conversation."""
    language: str
    wants: tuple[str, ...]
    """The kinds of answer asked for."""
    terms: tuple[str, ...]
    names: tuple[str, ...]
    dates: tuple[str, ...]
    expanded: Mapping[str, tuple[str, ...]]
    """What else was searched for, by term: other spellings, short and long names, words of the same meaning."""
    passages: tuple[Mapping[str, str | int | float | None], ...]
    """The passages found, best first, with their places in the two searches."""
    candidates: tuple[Candidate, ...]
    """The best of the sentences weighed."""
    weighed: int
    seconds: Mapping[str, float]
    """By stage."""
    steps: tuple[str, ...] = ()
    """What was looked for on the way, in order, where it took more than the question itself."""


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
    standalone: str | None = None
    """The question with what it took over from the conversation; None where it stood alone."""
    understood: Understood | None = None
    """What the register was asked for; None where the answer comes from passages."""
    disagreement: Disagreement | None = None
    """Where the register answers with one value and documents give another; None where they agree."""
    wording: Wording | None = None
    """What a language model made of it; None where none is configured or it was not asked."""
    trace: Trace | None = field(default=None, compare=False, repr=False)
    """How it came about."""

    def as_json(self, *, trace: bool = False) -> dict[str, Any]:
        """The answer in the shape of the `sanad ask --json` contract; with `trace` also how it came about."""
        found = asdict(replace(self, trace=None))
        del found["trace"]
        return {**found, "trace": asdict(self.trace)} if trace and self.trace else found

    def digest(self) -> str:
        """Of all that is said and shown: text, statements, citations, table, nearest passages."""
        shown = {name: value for name, value in self.as_json().items() if name not in ("seconds", "id", "wording")}
        return hashlib.sha256(json.dumps(shown, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Replay:
    """A linked answer, given again."""

    answer: Answer
    asked: Asked
    identical: bool
    """Whether it is to the letter what it was; not, where the software that answers has changed since."""
