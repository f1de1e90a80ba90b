"""Adds to files that people and programs share: a whole line to a log, a whole case to a question set."""

from __future__ import annotations

import fcntl
import json
import os
import re
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.evaluation.codec import case_as_written
from assistant.evaluation.errors import SetError
from assistant.evaluation.sets import read_sets, write_set
from assistant.evaluation.values import Case

_YAML = (".yaml", ".yml")
_FIRST_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)


def append_line(path: Path, fields: Mapping[str, Any]) -> None:
    """Add one JSON line under a lock, in one write; a line that a crash cut short is closed first, so that it spoils no other.

    Raises:
        OSError: The file cannot be written.
    """
    line = json.dumps(fields, ensure_ascii=False, default=str) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab", buffering=0) as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        stream.write(("\n" if _is_torn(path) else "").encode() + line.encode())
        os.fsync(stream.fileno())


def append_case(path: Path, case: Case) -> None:
    """Add a case at the end of a YAML or JSONL set, whose other entries and comments stay as they are.

    The file is replaced at once, and only by a text that was read back as a set.

    Raises:
        SetError: The set has mistakes or the id already, the case has mistakes, or the file cannot be written.
    """
    beside = path.with_name(f".{path.stem}.new{path.suffix}")
    if not path.exists():
        write_set(path, [case])
        return
    known = read_sets([path])
    if case.id in known.entries:
        raise SetError(
            [f'{known.entries[case.id].place("id")}: "{case.id}" is there already; accept it under another id.']
        )
    text = path.read_text(encoding="utf-8-sig")
    try:
        beside.write_text(f"{text.rstrip()}\n{_entry(path, text, case)}", encoding="utf-8")
        if read_sets([beside]).cases[-1].id != case.id:
            raise SetError([f"{path}: its entries are not written one below the other; add {case.id} by hand."])
        beside.replace(path)
    except OSError as error:
        raise SetError([f"{path} cannot be written: {error.strerror}."]) from error
    finally:
        beside.unlink(missing_ok=True)


def _entry(path: Path, text: str, case: Case) -> str:
    """A case as the next entry of a set, indented like the others."""
    if path.suffix.lower() not in _YAML:
        return json.dumps(case_as_written(case), ensure_ascii=False) + "\n"
    import yaml  # type: ignore[import-untyped]

    indent = found.group(1) if (found := _FIRST_ENTRY.search(text)) else ""
    written = yaml.safe_dump([case_as_written(case)], allow_unicode=True, sort_keys=False, width=110)
    return textwrap.indent(written, indent)


def _is_torn(path: Path) -> bool:
    size = path.stat().st_size
    if size == 0:
        return False
    with path.open("rb") as stream:
        stream.seek(size - 1)
        return stream.read(1) != b"\n"
