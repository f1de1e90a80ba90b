"""Ask a set of questions and keep what came of each; mark answers anew without asking again."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from assistant.assistant import Assistant
from assistant.errors import AssistantError
from assistant.evaluation.advice import advise
from assistant.evaluation.errors import IndexMoved, RunError
from assistant.evaluation.scores import StoredText, score
from assistant.evaluation.store import RunStore
from assistant.evaluation.values import Case, Result, Run, Score

Report = Callable[[int, int, str], None]
"""Told how many cases are done, of how many, and the id of the last."""


def run_set(
    set_name: str,
    cases: Sequence[Case],
    assistant: Assistant,
    store: RunStore,
    *,
    now: datetime,
    report: Report = lambda done, total, id: None,
) -> Run:
    """Ask every question; a run of the same set, index, settings and code that was stopped is gone on with.

    Args:
        set_name: What the cases are together.
        cases: What to ask.
        assistant: Who is asked.
        store: Where each result is kept at once.
        now: The time, in UTC.
        report: Told how far it is.

    Raises:
        AssistantError: The index cannot be used, or was changed meanwhile.
    """
    assistant.warm()
    begun = _description(set_name, assistant, now)
    ask = asking(assistant, begun.snapshot)
    with store.journal(begun, code_digest()) as journal:
        for number, case in enumerate(cases, 1):
            known = journal.results.get(case.id)
            if known is None or known.case != case:
                again = known is not None and _same_question(known.case, case)
                journal.add(_marked_anew(known, case, stored_texts(assistant)) if known and again else ask(case))
            report(number, len(cases), case.id)
        return journal.finish([case.id for case in cases])


def asking(assistant: Assistant, snapshot: str) -> Callable[[Case], Result]:
    """A function that asks a case and scores the answer, which must come from this snapshot."""
    stored_text = stored_texts(assistant)

    def ask(case: Case) -> Result:
        answer = assistant.ask(case.question, history=case.history, as_of=case.as_of, id=case.id)
        found = assistant.retrieved(case.question, history=case.history, as_of=case.as_of)
        if answer.snapshot != snapshot:
            raise IndexMoved(
                f"The index changed from {snapshot} to {answer.snapshot} while the questions were being asked; "
                "evaluate again when the ingest is done."
            )
        retrieved = tuple(passage.source.document for passage in found)
        judge = assistant.language_model
        opinions = advise(case, answer, judge) if judge else ()
        return Result(case, answer, retrieved, (*score(case, answer, retrieved, stored_text), *opinions))

    return ask


def stored_texts(assistant: Assistant) -> StoredText:
    """The stored text of a document of the index, None where there is no such document."""

    @cache
    def stored_text(path: str) -> str | None:
        try:
            return assistant.stored_document(path).text
        except AssistantError:
            return None

    return stored_text


def rescored(run: Run, cases: Sequence[Case], stored_text: StoredText | None) -> Run:
    """A run with the cases and scores of today, over the answers of then; cases that were never asked are left out.

    Args:
        run: Whose answers.
        cases: What is known of the right answers now.
        stored_text: Of the snapshot of the run; None where another is current, and quotes keep the mark they had.
    """
    known = {result.case.id: result for result in run.results}
    results = [
        _marked_anew(known[case.id], case, stored_text)
        for case in cases
        if case.id in known and _same_question(known[case.id].case, case)
    ]
    return replace(run, results=tuple(results))


def rescore_latest(set_name: str, cases: Sequence[Case], assistant: Assistant, store: RunStore) -> Run:
    """The newest run of a set, marked anew.

    Raises:
        RunError: There is none, or a question was never asked.
    """
    runs = store.finished(set_name)
    if not runs:
        raise RunError(f"There is no finished run of {set_name} to score again; evaluate without --rescore first.")
    current = runs[-1].snapshot == assistant.manifest().id
    found = rescored(runs[-1], cases, stored_texts(assistant) if current else None)
    asked = {result.case.id for result in found.results}
    if missing := [case.id for case in cases if case.id not in asked]:
        raise RunError(
            f"The last run of {set_name} has no answer to {', '.join(missing[:10])}"
            f"{' and others' if len(missing) > 10 else ''}; evaluate without --rescore."
        )
    return found


_READ = (".py", ".txt", ".toml", ".safetensors")
"""What the sources that make the answers are written in: code, words and weights."""


def code_digest() -> str:
    """Of the sources that make the answers: a run is not gone on with after they changed."""
    import assistant as answering
    import vectorstore as keeping

    total = hashlib.sha256()
    for package in (answering, keeping):
        root = Path(str(package.__file__)).parent
        for path in sorted(root.rglob("*")):
            if path.suffix in _READ and "evaluation" not in path.relative_to(root).parts:
                total.update(path.read_bytes())
    return total.hexdigest()[:16]


def marks(result: Result) -> Mapping[str, Score]:
    """The scores of a result by name."""
    return {mark.name: mark for mark in result.scores}


def _marked_anew(result: Result, case: Case, stored_text: StoredText | None) -> Result:
    scores = score(case, result.answer, result.retrieved, stored_text or (lambda path: None))
    if stored_text is None:
        old = marks(result)
        scores = tuple(old.get("quotes", mark) if mark.name == "quotes" else mark for mark in scores)
    opinions = tuple(mark for mark in result.scores if mark.advice)
    return Result(case, result.answer, result.retrieved, (*scores, *opinions))


def _same_question(one: Case, other: Case) -> bool:
    return (one.question, one.history, one.as_of) == (other.question, other.history, other.as_of)


def _description(set_name: str, assistant: Assistant, now: datetime) -> Run:
    manifest = assistant.manifest()
    chosen = assistant.settings.model_dump(exclude_none=True)
    settings = ", ".join(f"{name} {value}" for name, value in chosen.items())
    if assistant.language_model is not None:
        settings += f", language model {assistant.language_model.settings.model}"
    return Run(
        id=f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}",
        set_name=set_name,
        started=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        snapshot=manifest.id,
        fingerprint=f"{manifest.fingerprint} · {settings}",
        results=(),
        content=manifest.digest,
    )
