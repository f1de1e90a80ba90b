"""How a command ends, and the option every command takes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

OK, SOME_UNREAD, USAGE, BUSY, STOPPED = 0, 1, 2, 3, 130
"""Exit codes: all well; some files could not be read; usage or settings; another ingest runs; stopped by a signal."""
WRONG = 1
"""Exit code of a doctor who found something wrong, and of an evaluation that got worse."""

IndexOption = Annotated[
    Path | None, typer.Option("--index", help="Folder of the index. Default: the setting, else ./index.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print as JSON.")]


def stop(message: str, code: int) -> NoReturn:
    """Say in one sentence why the command ends here."""
    print(message, file=sys.stderr)
    raise typer.Exit(code)
