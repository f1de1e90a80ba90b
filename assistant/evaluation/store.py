"""Runs as files: JSON lines written case by case, so that a run that was stopped goes on where it was.

    FOLDER/<set>/<run id>.jsonl      first the run, then a line for each case, last the order of the cases

A run is finished when its last line is there. A baseline is such a file kept elsewhere, on purpose.
"""

from __future__ import annotations

import fcntl
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from assistant.evaluation.codec import as_line, result_as_json, result_from
from assistant.evaluation.errors import RunError
from assistant.evaluation.values import Result, Run

_DESCRIBED = ("id", "set_name", "started", "snapshot", "fingerprint", "content")


class Journal:
    """A run that is being written; closing it unfinished loses nothing."""

    def __init__(self, stream: IO[bytes], run: Run, results: Mapping[str, Result]) -> None:
        self._stream = stream
        self.run = run
        self.results = dict(results)
        """What is known already, by the id of the case."""

    def add(self, result: Result) -> None:
        """Keep the result of a case; one that was kept before for the same case is replaced."""
        self._write(result_as_json(result))
        self.results[result.case.id] = result

    def finish(self, ids: Sequence[str]) -> Run:
        """Declare the run complete, its cases in this order."""
        self._write({"finished": list(ids)})
        return replace(self.run, results=tuple(self.results[id] for id in ids))

    def _write(self, line: Mapping[str, Any]) -> None:
        self._stream.write(as_line(line).encode())
        self._stream.flush()


class RunStore:
    """The runs of all sets in a folder.

    Args:
        folder: Where they are kept.
        warn: Told in a sentence when a run cannot be kept there, as in an index that this user may only read.
    """

    def __init__(self, folder: Path, warn: Callable[[str], None] = lambda sentence: None) -> None:
        self._folder = folder
        self._warn = warn

    def finished(self, set_name: str) -> tuple[Run, ...]:
        """The finished runs of a set, oldest first; of those begun in one second the last to be written is the newest.

        Files that cannot be read are passed over.
        """
        found = []
        for path in sorted(self._place(set_name).glob("*.jsonl")):
            try:
                run = read_run(path)
            except RunError:
                continue
            found.append((run.started, path.stat().st_mtime_ns, run))
        return tuple(run for _, _, run in sorted(found, key=lambda one: one[:2]))

    @contextmanager
    def journal(self, run: Run, code: str) -> Iterator[Journal]:
        """Write a run, or go on with one that was stopped with the same set, snapshot, settings and code.

        Where the folder cannot be written the run is made all the same, and forgotten when it is done.

        Args:
            run: Without results.
            code: Digest of what makes the answers, besides the snapshot and the settings.
        """
        with self._stream(run, code) as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            stream.seek(0)
            known = _read_lines(stream)
            if known is None:
                stream.truncate(0)
                journal = Journal(stream, run, {})
                journal._write({"run": {name: getattr(run, name) for name in _DESCRIBED}, "code": code})
            else:
                journal = Journal(stream, known[0], known[1])
            yield journal

    def _stream(self, run: Run, code: str) -> IO[bytes]:
        place = self._place(run.set_name)
        try:
            place.mkdir(parents=True, exist_ok=True)
            return self._stopped(run, code) or (place / f"{run.id}.jsonl").open("xb+")
        except OSError as error:
            self._warn(
                f"{place}: the run is not kept, since nothing can be written there ({error.strerror}); it cannot be gone on "
                "with or scored again."
            )
            return TemporaryFile()

    def _stopped(self, run: Run, code: str) -> IO[bytes] | None:
        """The newest unfinished run that may be gone on with and that nobody else is writing."""
        for path in sorted(self._place(run.set_name).glob("*.jsonl"), reverse=True):
            try:
                stream = path.open("rb+")
            except PermissionError:  # another user's
                continue
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if _may_go_on(stream, run, code):
                    return stream
            except BlockingIOError:
                pass
            stream.close()
        return None

    def _place(self, set_name: str) -> Path:
        return self._folder / re.sub(r"[^\w.+-]+", "_", set_name)[:100]


def read_run(path: Path) -> Run:
    """A finished run.

    Raises:
        RunError: There is no such file, or it is not a finished run.
    """
    try:
        lines = [json.loads(line) for line in path.read_bytes().splitlines()]
        results = {result.case.id: result for result in map(result_from, lines[1:-1])}
        return Run(**lines[0]["run"], results=tuple(results[id] for id in lines[-1]["finished"]))
    except OSError as error:
        raise RunError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise RunError(
            f"{path} is not a finished run of `sanad evaluate`; name another file or write it anew."
        ) from error


def write_run(path: Path, run: Run) -> None:
    """Write a finished run in one go, all of it or nothing.

    Raises:
        RunError: The file cannot be written.
    """
    lines = [
        {"run": {name: getattr(run, name) for name in _DESCRIBED}},
        *map(result_as_json, run.results),
        {"finished": [result.case.id for result in run.results]},
    ]
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text("".join(map(as_line, lines)), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise RunError(f"{path} cannot be written: {error.strerror}.") from error


def _may_go_on(stream: IO[bytes], run: Run, code: str) -> bool:
    stream.seek(0)
    try:
        first = json.loads(stream.readline())
        about = first["run"]
        same = all(about[name] == getattr(run, name) for name in ("set_name", "snapshot", "fingerprint", "content"))
    except (ValueError, KeyError, TypeError):
        return False
    stream.seek(0)
    return same and first.get("code") == code and b'\n{"finished":' not in stream.read()


def _read_lines(stream: IO[bytes]) -> tuple[Run, dict[str, Result]] | None:
    """What an unfinished run holds; a last line that was cut short is removed. None for an empty file."""
    first = stream.readline()
    if not first:
        return None
    run = Run(**json.loads(first)["run"], results=())
    results: dict[str, Result] = {}
    whole = stream.tell()
    for line in stream:
        try:
            result = result_from(json.loads(line))
        except (ValueError, KeyError, TypeError):
            break
        if not line.endswith(b"\n"):
            break
        results[result.case.id] = result
        whole += len(line)
    stream.seek(whole)
    stream.truncate()
    return run, results
