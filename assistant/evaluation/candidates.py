"""From use to tests: answers that a reader marked wrong, kept until a person completes them into cases.

A candidate is no case: it has no right answer yet, and it never gates. The file is a log of JSON lines beside the snapshots of the
index; a line notes a candidate, or that it was taken back or accepted. Lines are only ever added, each in one piece.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from assistant.evaluation.appending import append_case, append_line
from assistant.evaluation.causes import Cause, Code, suspect
from assistant.evaluation.errors import EvaluationError
from assistant.evaluation.values import Case
from assistant.values import Answer, Citation, Outcome, Reason, Turn
from vectorstore import DocumentInfo

FILE = Path("feedback", "candidates.jsonl")
"""Where the candidates are, below the folder of the index."""


class CandidateError(EvaluationError):
    """A candidate cannot be kept, read, found or accepted."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A question whose answer was marked wrong, with all that is needed to look into it."""

    id: str
    noted: str
    """ISO 8601 in UTC."""
    question: str
    language: str
    history: tuple[Turn, ...]
    as_of: date | None
    snapshot: str
    fingerprint: str
    outcome: Outcome
    reason: Reason | None
    answer: str
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...]
    causes: tuple[Cause, ...]
    """What may have gone wrong, likeliest first."""


def candidate(
    answer: Answer, history: Sequence[Turn], noted: datetime, documents: Sequence[DocumentInfo] = ()
) -> Candidate:
    """The candidate that a marked answer makes; the same answer makes the same one, however often it is marked.

    Args:
        answer: What was said.
        history: The conversation before the question.
        noted: When it was marked.
        documents: What is known of the documents of the index, to see whether a newer one was passed over.
    """
    told = json.dumps([answer.question, [turn.content for turn in history], answer.snapshot, answer.as_of, answer.text])
    return Candidate(
        id="c" + hashlib.sha256(told.encode()).hexdigest()[:10],
        noted=noted.isoformat(timespec="seconds"),
        question=answer.question,
        language=answer.language,
        history=tuple(history),
        as_of=date.fromisoformat(answer.as_of) if answer.as_of else None,
        snapshot=answer.snapshot,
        fingerprint=answer.fingerprint,
        outcome=answer.outcome,
        reason=answer.reason,
        answer=answer.text,
        citations=answer.citations,
        nearest=answer.nearest,
        causes=suspect(answer, documents),
    )


def note(path: Path, marked: Candidate) -> None:
    """Keep a candidate; noted again, it is still one.

    Raises:
        CandidateError: The file cannot be written.
    """
    _append(path, {"candidate": dataclasses.asdict(marked)})


def take_back(path: Path, id: str) -> None:
    """Let go of a candidate that was marked by mistake.

    Raises:
        CandidateError: The file cannot be written.
    """
    _append(path, {"taken_back": id})


def load(path: Path) -> tuple[Candidate, ...]:
    """The candidates that are open, oldest first; none where there is no file.

    Raises:
        CandidateError: The file cannot be read, or a line of it is damaged.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise CandidateError(f"{path} cannot be read: {error}.") from error
    open_ones: dict[str, Candidate] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            _replay(open_ones, line, f"{path}, line {number}")
    return tuple(open_ones.values())


def accept(
    path: Path,
    id: str,
    *,
    into: Path,
    answers: Sequence[str] = (),
    documents: Sequence[str] = (),
    quote: str = "",
    **more: Any,
) -> Case:
    """Complete a candidate into a case, add that to a question set, and close the candidate.

    Args:
        path: The candidates.
        id: Which one.
        into: A question set, YAML or JSONL; made where there is none.
        answers: The accepted answers; none for a question that the documents do not answer.
        documents: Paths of the documents that hold the answer.
        quote: Their exact words.
        more: Any other fields of `Case`.

    Raises:
        CandidateError: There is no such candidate, or it lacks what makes a case.
        SetError: The set cannot be read, or would not be one any more.
    """
    found = next((known for known in load(path) if known.id == id), None)
    if found is None:
        raise CandidateError(f"{path} has no open candidate {id}; look at the ids it does have.")
    case = completed(found, answers=answers, documents=documents, quote=quote, **more)
    append_case(into, case)
    _append(path, {"accepted": id, "into": str(into)})
    return case


def completed(found: Candidate, *, answers: Sequence[str], documents: Sequence[str], quote: str, **more: Any) -> Case:
    """The case a candidate becomes, its origin in the note.

    Raises:
        CandidateError: It has answers and no document that holds them, or a document and no answer.
    """
    asks_for = bool(answers) or bool(more.get("must_include")) or more.get("count") is not None
    if bool(documents) != asks_for:
        raise CandidateError(
            f"Candidate {found.id} needs both an accepted answer and the document that holds it, "
            "or neither if the documents do not answer the question."
        )
    origin = f"marked wrong in the chat on {found.noted[:10]}, snapshot {found.snapshot}"
    known: dict[str, Any] = {"id": found.id, "kind": "factoid" if documents else "unanswerable", "note": origin, **more}
    return Case(
        question=found.question,
        language=found.language,
        history=found.history,
        as_of=found.as_of,
        answers=tuple(answers),
        documents=tuple(documents),
        quote=quote,
        answerable=bool(documents),
        **known,
    )


def _append(path: Path, fields: Mapping[str, Any]) -> None:
    try:
        append_line(path, fields)
    except OSError as error:
        raise CandidateError(f"{path} cannot be written: {error.strerror}; make room or give write access.") from error


def _replay(open_ones: dict[str, Candidate], line: str, place: str) -> None:
    try:
        fields = json.loads(line)
        if "candidate" in fields:
            read = _read(fields["candidate"])
            open_ones.setdefault(read.id, read)
        else:
            open_ones.pop(fields.get("accepted") or fields["taken_back"], None)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CandidateError(f"{place}: not a candidate; remove the line and keep the others.") from error


def _read(fields: Mapping[str, Any]) -> Candidate:
    typed = {
        "history": tuple(Turn(**turn) for turn in fields["history"]),
        "as_of": date.fromisoformat(fields["as_of"]) if fields["as_of"] else None,
        "citations": tuple(_citations(fields["citations"])),
        "nearest": tuple(_citations(fields["nearest"])),
        "causes": tuple(Cause(cast("Code", cause["code"]), cause["why"]) for cause in fields["causes"]),
    }
    return Candidate(**{**fields, **typed})


def _citations(written: Sequence[Mapping[str, Any]]) -> Iterator[Citation]:
    for citation in written:
        yield Citation(**citation)
