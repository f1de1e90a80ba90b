"""Cases, answers and results as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from datetime import date
from typing import Any

from assistant.evaluation.values import Case, Result, Score
from assistant.values import (
    Answer,
    Citation,
    Disagreement,
    Filter,
    Row,
    Statement,
    Table,
    Turn,
    Understood,
    Version,
    Wording,
)


def as_line(found: Mapping[str, Any]) -> str:
    """An object as one line of a file, its end included."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def case_as_written(case: Case) -> dict[str, Any]:
    """A case as an entry of a question set: what equals the default is left out."""
    written: dict[str, Any] = {}
    for field in fields(case):
        value = getattr(case, field.name)
        if field.default is MISSING or value != field.default:
            written[field.name] = _as_written(value)
    return written


def case_from(written: Mapping[str, Any]) -> Case:
    """A case that `case_as_written` made."""
    found = dict(written)
    found["history"] = tuple(
        Turn("user", turn) if isinstance(turn, str) else Turn(**turn) for turn in found.get("history", ())
    )
    for name in ("answers", "must_include", "documents"):
        found[name] = tuple(found.get(name, ()))
    if found.get("as_of"):
        found["as_of"] = date.fromisoformat(found["as_of"])
    return Case(**found)


def answer_from(found: Mapping[str, Any]) -> Answer:
    """An answer that `Answer.as_json` made."""
    read = dict(found)
    table, wording = read.get("table"), read.get("wording")
    return Answer(
        **{
            **read,
            "statements": tuple(Statement(s["text"], tuple(s["citations"])) for s in read["statements"]),
            "citations": tuple(Citation(**c) for c in read["citations"]),
            "nearest": tuple(Citation(**c) for c in read["nearest"]),
            "table": _table(table) if table else None,
            "wording": _wording(wording) if wording else None,
            "understood": _understood(read.get("understood")),
            "disagreement": _disagreement(read.get("disagreement")),
        }
    )


def _understood(found: Mapping[str, Any] | None) -> Understood | None:
    if not found:
        return None
    return Understood(**{**found, "filters": tuple(Filter(**limit) for limit in found["filters"])})


def _disagreement(found: Mapping[str, Any] | None) -> Disagreement | None:
    if not found:
        return None
    versions = (Version(one["text"], one["date"], tuple(one["citations"])) for one in found["versions"])
    return Disagreement(found["text"], tuple(versions))


def result_as_json(result: Result) -> dict[str, Any]:
    """A result as one object."""
    return {
        "case": case_as_written(result.case),
        "answer": result.answer.as_json(),
        "retrieved": list(result.retrieved),
        "scores": [[mark.name, mark.value, mark.reason, *([True] if mark.advice else [])] for mark in result.scores],
    }


def result_from(found: Mapping[str, Any]) -> Result:
    """A result that `result_as_json` made.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    return Result(
        case=case_from(found["case"]),
        answer=answer_from(found["answer"]),
        retrieved=tuple(found["retrieved"]),
        scores=tuple(Score(*mark) for mark in found["scores"]),
    )


def _as_written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_as_written(inner) for inner in value]
    if isinstance(value, Turn):
        return value.content if value.role == "user" else asdict(value)
    return value


def _table(found: Mapping[str, Any]) -> Table:
    rows = tuple(Row(tuple(row["cells"]), tuple(row["citations"])) for row in found["rows"])
    return Table(tuple(found["columns"]), rows, found["considered"], found["unread"], found["complete"])


def _wording(found: Mapping[str, Any]) -> Wording:
    return Wording(**{**found, "left_out": tuple((said, why) for said, why in found["left_out"])})
