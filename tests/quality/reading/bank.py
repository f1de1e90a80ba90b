"""Short documents with questions, each with the lines that answer it or none; written by hand, for no archive.

A document is a line `# language | genre | title`; lines `H`, `S`, `I` and `R` (heading, sentence, item, row; the first row names the
columns); `Q language kind lines | question | answer` and `N language kind | question | line a careless reader would give`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_TITLE, _HEADING, _SENTENCE = 80, 60, 400
"""Characters read of a title, of a heading and of a sentence."""


@dataclass(frozen=True)
class Asked:
    """A question of the bank."""

    language: str
    kind: str
    text: str
    answers: tuple[int, ...]
    """The lines that answer it, the best first; none where the document does not say."""
    misleading: int | None
    """For a question without an answer: the line that comes nearest to one."""
    said: str = ""
    """The answer itself, in the document's words."""


@dataclass(frozen=True)
class Written:
    """A document of the bank."""

    language: str
    lines: tuple[str, ...]
    """Its lines as the reranker reads them."""
    asked: tuple[Asked, ...]
    title: str
    parts: tuple[tuple[str, str], ...]
    """Its lines as they are written: `H`, `S`, `I` or `R`, and the text."""


def read_bank(paths: Sequence[Path]) -> list[Written]:
    """The documents of some files of the bank."""
    return [_document(part) for path in paths for part in path.read_text("utf-8").split("\n# ") if part.strip()]


def in_context(title: str, heading: str, text: str, columns: Sequence[str]) -> str:
    """A sentence, or a row with the names of its columns, under the title and the heading it stands under."""
    cells = [cell.strip() for cell in text.split("|")]
    if columns and len(columns) == len(cells):
        text = "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(columns, cells, strict=True) if cell)
    above = [title[:_TITLE]] + ([heading[:_HEADING]] if heading and heading != title else [])
    return ". ".join([*above, text[:_SENTENCE]])


def _document(part: str) -> Written:
    head, *rest = part.removeprefix("# ").splitlines()
    language, _genre, title = (field.strip() for field in head.split("|", 2))
    lines = [line for line in rest if line[:2] in ("H ", "S ", "I ", "R ")]
    asked = tuple(_asked(line) for line in rest if line[:2] in ("Q ", "N "))
    return Written(
        language, tuple(_read(title, lines)), asked, title, tuple((line[0], line[2:].strip()) for line in lines)
    )


def _read(title: str, lines: Sequence[str]) -> Iterator[str]:
    heading, columns = "", None
    for line in lines:
        kind, text = line[0], line[2:]
        cells = tuple(cell.strip() for cell in text.split("|"))
        named = columns if kind == "R" and columns is not None else ()
        yield in_context(title, "" if kind == "H" else heading, text, named)
        heading = text if kind == "H" else heading
        columns = None if kind != "R" else columns or cells


def _asked(line: str) -> Asked:
    head, text, *rest = (field.strip() for field in line[2:].split(" | "))
    if line[0] == "N":
        language, kind = head.split()
        return Asked(language, kind, text, (), int(rest[0]) - 1)
    language, kind, places = head.split(None, 2)
    return Asked(
        language, kind, text, tuple(int(place) - 1 for place in places.split(",")), None, rest[0] if rest else ""
    )
