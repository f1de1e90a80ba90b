"""`python -m ingest.extract FILE_OR_FOLDER [--kind KIND]`: the facts of documents as a table, for whoever reviews them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ingest.discover import FoundFile, discover
from ingest.isolation import Limits
from ingest.reading import read_file
from vectorstore import Fact


def main(arguments: Sequence[str]) -> int:
    """Print the facts of a file, or of every file of a folder; 1 if some could not be read."""
    parser = argparse.ArgumentParser(prog="python -m ingest.extract", description=__doc__)
    parser.add_argument("place", type=Path, help="a document, or a folder of documents")
    parser.add_argument("--kind", help="only facts of this kind")
    chosen = parser.parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 200)
    failed = False
    for file in _files(chosen.place):
        read = read_file(file, "", Limits())
        if read.reason:
            console.print(read.reason, style="red", markup=False)
        failed |= read.document is None
        if read.document:
            console.print(facts_table(file.name, [fact for fact in read.facts if chosen.kind in (None, fact.kind)]))
    return int(failed)


def facts_table(title: str, facts: Sequence[Fact]) -> Table:
    """Facts with their fields and the beginning of their words."""
    table = Table(title=title, title_justify="left", show_lines=False)
    for column, share in (("kind", 1), ("fields", 6), ("place", 1), ("words", 5)):
        table.add_column(column, ratio=share, overflow="fold")
    for fact in facts:
        fields = "\n".join(f"{name}: {value}" for name, value in fact.fields.items())
        table.add_row(_safe(fact.kind), _safe(fields), f"{fact.start}-{fact.end}", _safe(fact.quote[:300]))
    return table


def _safe(text: str) -> str:
    """Words of a document are shown as they are, not as markup."""
    return text.replace("[", "\\[")


def _files(place: Path) -> Sequence[FoundFile]:
    if place.is_dir():
        return discover(place).files
    return [FoundFile(place, place.name, place.stat().st_size)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
