"""Question sets as files that people edit: YAML and JSONL, and tables made elsewhere.

Errors are collected, so that one reading of the file shows all of them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.evaluation.codec import case_as_written
from assistant.evaluation.errors import SetError
from assistant.evaluation.fields import Entry, read_case
from assistant.evaluation.formats import read_jsonl, read_yaml
from assistant.evaluation.imports import read_csv, read_xlsx
from assistant.evaluation.values import Case

_KEPT_AS = (".yaml", ".yml", ".jsonl")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The cases of one or more files, and where each is written."""

    name: str
    cases: tuple[Case, ...]
    entries: Mapping[str, Entry]
    """By the id of the case."""


def read_sets(paths: Sequence[Path]) -> QuestionSet:
    """Read files as one set.

    Raises:
        SetError: A file cannot be read, is empty, or has mistakes.
    """
    cases: list[Case] = []
    entries: dict[str, Entry] = {}
    mistakes: list[str] = []
    for path in paths:
        written = list(_entries(path))
        if not written:
            raise SetError([f"{path}: the set is empty; write at least one question with its accepted answer."])
        for entry in written:
            case = read_case(entry, mistakes)
            if case is None:
                continue
            if case.id in entries:
                first = entries[case.id].place()
                mistakes.append(f'{entry.place("id")}: "{case.id}" is the id of another question already ({first}).')
                continue
            cases.append(_composed(case))
            entries[case.id] = entry
    if mistakes:
        raise SetError(mistakes)
    return QuestionSet("+".join(path.stem for path in paths), tuple(cases), entries)


def write_set(path: Path, cases: Iterable[Case]) -> None:
    """Write cases as YAML or JSONL, by the name of the file; fields that say nothing are left out.

    Raises:
        SetError: The name ends in neither, or the file cannot be written.
    """
    _put(path, _written(path, [case_as_written(case) for case in cases]))


def _entries(path: Path) -> Iterable[Entry]:
    if path.suffix.lower() in (".csv", ".tsv"):
        return read_csv(path)
    if path.suffix.lower() == ".xlsx":
        return read_xlsx(path)
    _check_ending(path)
    return _read(_text_of(path), path)


def _read(text: str, path: Path) -> Iterable[Entry]:
    return read_jsonl(text, str(path)) if path.suffix.lower() == ".jsonl" else read_yaml(text, str(path))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SetError([f"{path}, line {line}: not UTF-8 text; save the file as UTF-8."]) from error
    except OSError as error:
        raise SetError([f"{path} cannot be read: {error.strerror}."]) from error


def _written(path: Path, cases: Sequence[Mapping[str, Any]]) -> str:
    _check_ending(path)
    if path.suffix.lower() == ".jsonl":
        return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
    import yaml  # type: ignore[import-untyped]

    return str(yaml.safe_dump(list(cases), allow_unicode=True, sort_keys=False, width=110))


def _check_ending(path: Path) -> None:
    if path.suffix.lower() not in _KEPT_AS:
        raise SetError([f"{path}: a question set is a .yaml or .jsonl file, or a table as .csv or .xlsx."])


def _put(path: Path, text: str) -> None:
    """All of it or nothing."""
    try:
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise SetError([f"{path} cannot be written: {error.strerror}."]) from error


def _composed(case: Case) -> Case:
    """Paths are kept in NFC in the index, whatever the editor typed."""
    return replace(case, documents=tuple(unicodedata.normalize("NFC", path) for path in case.documents))
