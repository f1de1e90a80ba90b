"""Progress of a long command on stderr: a bar that moves in a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
    "register": "Register",
    "asking": "Asking",
    "probing": "Probing",
}


@contextmanager
def reporting() -> Iterator[Report]:
    """A function to report to; silent where stderr is not a terminal."""
    if sys.stderr.isatty():
        with _bar() as bar:
            yield _moving(bar)
    else:
        yield lambda progress: None


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
