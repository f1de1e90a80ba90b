"""The documents of the bank as files that can be ingested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tests.quality.reading.bank import Written


def write_files(documents: Sequence[Written], folder: Path) -> None:
    """Write each document as Markdown, named by its place."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, document in enumerate(documents):
        (folder / file_name(place)).write_text("\n\n".join([f"# {document.title}", *_blocks(document)]) + "\n", "utf-8")


def file_name(place: int) -> str:
    """The name of the file of a document, by its place among all."""
    return f"{place:03}.md"


def _blocks(document: Written) -> Iterator[str]:
    """Sentences that follow one another are a paragraph, items a list, rows a table."""
    for kind, found in groupby(document.parts, key=lambda part: part[0]):
        lines = [text for _, text in found]
        match kind:
            case "H":
                yield from (f"## {line}" for line in lines)
            case "S":
                yield " ".join(lines)
            case "I":
                yield "\n".join(f"- {line}" for line in lines)
            case _:
                rows = [f"| {' | '.join(cell.strip() for cell in line.split('|'))} |" for line in lines]
                yield "\n".join([rows[0], "|---" * lines[0].count("|") + "|---|", *rows[1:]])
