"""What an evaluation is made of: cases, answers with their scores, runs, and what changed between two runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.values import Answer, Reason, Turn

State = Literal["better", "worse", "new", "missing", "same"]


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what is known of its right answer: one entry of a question set."""

    id: str
    question: str
    language: str = "en"
    """Of the question, and of the answer that is expected: `en`, `fr` or `ar`."""
    kind: str = "factoid"
    """Whatever groups questions usefully; figures are given for each kind."""
    history: tuple[Turn, ...] = ()
    answers: tuple[str, ...] = ()
    """Accepted answers, any of which is right; for a question without an answer, accepted corrections of its premise."""
    must_include: tuple[str, ...] = ()
    """Strings that must all appear; `A|B` means that either will do."""
    count: int | None = None
    documents: tuple[str, ...] = ()
    """Paths, relative to the ingested folder, of the documents that hold the answer."""
    quote: str = ""
    """Words of those documents that prove the answer; several passages are joined by ` || `, cells of a row by ` | `."""
    answerable: bool = True
    reason: Reason | None = None
    """The reason a refusal is expected to give."""
    as_of: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """One mark and why; 1 is best except for `seconds`. None: the score does not apply to the case, which is not 0."""

    name: str
    value: float | None
    reason: str
    advice: bool = False
    """Given by a judge that may be wrong; shown, and never used to gate."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one case in a run."""

    case: Case
    answer: Answer
    retrieved: tuple[str, ...]
    """Paths of the documents of the passages found, best first; a document comes as often as its passages do."""
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """All cases of a set, asked of one snapshot."""

    id: str
    set_name: str
    started: str
    """ISO 8601 in UTC."""
    snapshot: str
    fingerprint: str
    """Of the model and of the settings of ingest and assistant."""
    results: tuple[Result, ...]
    content: str = ""
    """Digest of the passages of the snapshot: two snapshots of the same content answer alike."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a case between two runs, by its mark for correctness."""

    case_id: str
    state: State
    before: float | None
    after: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `n` cases with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run beside an earlier one; every interval is of the paired difference, after minus before."""

    changes: tuple[Change, ...]
    difference: Mapping[str, Interval]
    """By name of the score, over the cases that have it in both runs."""
    by_kind: Mapping[str, Interval]
    """Of `correct`."""
    by_language: Mapping[str, Interval]
    """Of `correct`."""
    warnings: tuple[str, ...]
    regressed: bool
    fallen: tuple[str, ...] = ()
    """One sentence for each mean that fell beyond noise."""
