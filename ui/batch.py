"""`sanad ask --batch`: questions in as JSON lines, one answer a line out, in the same order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from assistant import Assistant, Turn


class BatchError(Exception):
    """A line of the question file cannot be used, or the answers cannot be written."""


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a batch."""

    id: str
    question: str
    history: tuple[Turn, ...]
    as_of: date | None


def answer_batch(assistant: Assistant, questions: Path, output: Path | None) -> None:
    """Answer every question of a file.

    Raises:
        BatchError: The file or one of its lines cannot be read, and nothing has been asked then; or the answers cannot be
            written.
    """
    cases = list(read_cases(questions))
    with _opened(output) as stream:
        for number, case in enumerate(cases, 1):
            answer = assistant.ask(case.question, history=case.history, as_of=case.as_of, id=case.id)
            stream.write(json.dumps(answer.as_json(), ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\r{number} of {len(cases)}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        with output.open("w", encoding="utf-8") as stream:
            yield stream
    except OSError as error:
        raise BatchError(
            f"{output} cannot be written ({error.strerror}); make room there, or name another file with --output."
        ) from error


def read_cases(path: Path) -> Iterator[Case]:
    """The questions of a JSONL file; empty lines are skipped."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{path} cannot be read as UTF-8 text: {error}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _case(line, f"{path}, line {number}")


def _case(line: str, place: str) -> Case:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise BatchError(f"{place}: not a JSON object ({error.msg}).") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("question"), str):
        raise BatchError(f'{place}: the field "question" is missing or not a text.')
    as_of = fields.get("as_of")
    try:
        day = date.fromisoformat(as_of) if as_of else None
    except (TypeError, ValueError) as error:
        raise BatchError(f'{place}: "as_of" is {as_of!r}; write a day as YYYY-MM-DD.') from error
    return Case(str(fields.get("id", "")), fields["question"], tuple(_turns(fields.get("history") or [], place)), day)


def _turns(history: Any, place: str) -> Iterator[Turn]:
    if not isinstance(history, list):
        raise BatchError(f'{place}: "history" is not a list.')
    for turn in history:
        if isinstance(turn, str):
            yield Turn("user", turn)
        elif (
            isinstance(turn, dict)
            and turn.get("role") in ("user", "assistant")
            and isinstance(turn.get("content"), str)
        ):
            yield Turn(turn["role"], turn["content"])
        else:
            raise BatchError(f'{place}: a turn of "history" is neither a text nor {{"role", "content"}}.')
