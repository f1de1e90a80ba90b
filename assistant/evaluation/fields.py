"""From the fields a person wrote to a case; what is wrong is said with file, line and field."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_args

from assistant.evaluation.values import Case
from assistant.values import Reason, Turn

FIELDS = tuple(field.name for field in fields(Case))
LANGUAGES = ("en", "fr", "ar")
REASONS: tuple[str, ...] = get_args(Reason)
_LISTS = ("answers", "must_include", "documents")


@dataclass(frozen=True, slots=True)
class Field:
    """A value as written, numbers as the text they were written as, and the line it stands on."""

    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a question set, not yet understood."""

    file: str
    line: int
    fields: Mapping[str, Field]

    def place(self, name: str | None = None) -> str:
        """Where the entry, or one of its fields, is to be found."""
        if name is None:
            return f"{self.file}, line {self.line}"
        line = self.fields[name].line if name in self.fields else self.line
        return f'{self.file}, line {line}, field "{name}"'


class _Mistake(ValueError):
    """What is wrong with one value."""


def read_case(entry: Entry, mistakes: list[str]) -> Case | None:
    """The case of an entry; None where a mistake, which is added to the list, leaves nothing to ask."""
    found: dict[str, Any] = {}
    before = len(mistakes)
    for name, field in entry.fields.items():
        if name not in FIELDS:
            mistakes.append(f"{entry.place(name)}: there is no such field; {_hint(name, FIELDS)}.")
            continue
        try:
            value = _READERS[name](field.value)
        except _Mistake as mistake:
            mistakes.append(f"{entry.place(name)}: {mistake}.")
            continue
        if value is not None:
            found[name] = value
    for name in ("id", "question"):
        if name not in entry.fields:
            mistakes.append(f"{entry.place(name)}: this field is missing.")
    if len(mistakes) > before:
        return None
    case = Case(**found)
    mistakes.extend(f"{entry.place(name)}: {what}." for name, what in _contradictions(case))
    return case


def _contradictions(case: Case) -> Iterable[tuple[str, str]]:
    if case.answerable and not (case.answers or case.must_include or case.count is not None):
        yield "answers", "an answerable question needs an accepted answer, a must_include entry or a count"
    if case.answerable and case.reason:
        yield "reason", "a refusal is expected only where answerable is false"
    if case.quote and not case.documents:
        yield "quote", "name in documents where these words stand"
    if any(not part.strip() for entry in case.must_include for part in entry.split("|")):
        yield "must_include", "an empty alternative would accept any answer"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Mistake(f"expected a text, not {_kind(value)}")
    return value.strip()


def _some_text(value: Any) -> str:
    text = _text(value)
    if not text:
        raise _Mistake("this is empty")
    return text


def _texts(value: Any) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    if value is None or value == "":
        return ()
    written = value if isinstance(value, list) else [value]
    return tuple(_some_text(text) for text in written)


def _flag(value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise _Mistake(f"expected true or false, not {_kind(value)}")


def _count(value: Any) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip()):
        return int(value)
    raise _Mistake(f"expected a whole number such as 9, not {_kind(value)}")


def _day(value: Any) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(_text(value))
    except ValueError as error:
        raise _Mistake(f"{value!r} is not a day; write it as YYYY-MM-DD") from error


def _one_of(known: tuple[str, ...]) -> Callable[[Any], str | None]:
    def read(value: Any) -> str | None:
        if value is None or value == "":
            return None
        if _text(value) not in known:
            raise _Mistake(f"{value!r} is not known; {_hint(_text(value), known)}")
        return _text(value)

    return read


def _history(value: Any) -> tuple[Turn, ...]:
    return tuple(_turn(turn) for turn in (value if isinstance(value, list) else [value] if value else []))


def _turn(turn: Any) -> Turn:
    if isinstance(turn, str):
        return Turn("user", _some_text(turn))
    if isinstance(turn, dict) and set(turn) == {"role", "content"} and turn["role"] in ("user", "assistant"):
        return Turn(turn["role"], _some_text(turn["content"]))
    raise _Mistake('a turn is an earlier question, or {"role": "user" or "assistant", "content": text}')


def _optional_text(value: Any) -> str | None:
    return None if value is None else _text(value)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "id": _some_text,
    "question": _some_text,
    "language": _one_of(LANGUAGES),
    "kind": lambda value: _optional_text(value) or None,
    "history": _history,
    **dict.fromkeys(_LISTS, _texts),
    "count": _count,
    "quote": _optional_text,
    "answerable": _flag,
    "reason": _one_of(REASONS),
    "as_of": _day,
    "note": _optional_text,
}


def _hint(name: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?".rstrip("?") if close else f"known are {', '.join(known)}"


def _kind(value: Any) -> str:
    names = {bool: "true or false", list: "a list", dict: "a group of fields", type(None): "nothing"}
    return names.get(type(value), repr(value))
