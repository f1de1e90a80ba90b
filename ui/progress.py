"""Progress of a long command on stderr: a line that moves in a terminal, JSON lines for the site."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from vectorstore import Progress

Report = Callable[[Progress], None]

STAGES = {
    "checking": "Checking files",
    "reading": "Reading",
    "embedding": "Embedding",
    "writing": "Writing the index",
    "verifying": "Verifying",
    "publishing": "Publishing",
}
_LINES_PER_SECOND = 5


@contextmanager
def reporting(*, as_lines: bool) -> Iterator[Report]:
    """A function to report to; silent where stderr is not a terminal and no lines were asked for."""
    if as_lines:
        yield _lines()
    elif sys.stderr.isatty():
        with _bar() as bar:
            yield _moving(bar)
    else:
        yield lambda progress: None


def _lines() -> Report:
    last: dict[str, float] = {}

    def report(progress: Progress) -> None:
        now = time.monotonic()
        if progress.done < progress.total and now - last.get(progress.stage, 0.0) < 1 / _LINES_PER_SECOND:
            return
        last[progress.stage] = now
        print(json.dumps(asdict(progress), ensure_ascii=False), file=sys.stderr, flush=True)

    return report


def _bar() -> Bar:
    return Bar(
        TextColumn("{task.description:<18}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[dim]{task.fields[detail]}", markup=True),
        console=Console(stderr=True),
        transient=True,
    )


def _moving(bar: Bar) -> Report:
    from rich.markup import escape

    tasks: dict[str, tuple[object, float]] = {}

    def report(progress: Progress) -> None:
        if progress.stage not in tasks:
            name = STAGES.get(progress.stage, progress.stage)
            tasks[progress.stage] = (bar.add_task(name, total=progress.total, detail="", rate=""), time.monotonic())
        task, started = tasks[progress.stage]
        seconds = max(time.monotonic() - started, 1e-3)
        detail = escape("".join(c for c in progress.detail if c.isprintable())[-50:])
        bar.update(
            task,  # type: ignore[arg-type]
            completed=progress.done,
            total=progress.total,
            detail=detail,
            rate=f"{progress.done / seconds:.1f}/s",
        )

    return report
