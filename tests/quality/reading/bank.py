"""Documents with questions, each with the lines that answer it or none; written by hand, for no archive.

A document is a line `# language | genre | title`; lines `H`, `S`, `I` and `R` (heading, sentence, item, row; the first row names the
columns); `Q language kind lines | question | answer` and `N language kind | question | line a careless reader would give`.
A file below `houses` is one organisation's: what its documents are asked has one right value among them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.reading.rereading import in_context

HERE = Path(__file__).parent
FILES = (*sorted(HERE.glob("*.txt")), *sorted(HERE.glob("houses/*.txt")))


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
    house: str = ""
    """The organisation whose other documents do not answer its questions; empty where others may."""


def read_bank(paths: Sequence[Path]) -> list[Written]:
    """The documents of some files of the bank."""
    return [_document(part, _house(path)) for path in paths for part in _parts(path)]


def _parts(path: Path) -> Iterator[str]:
    return filter(str.strip, path.read_text("utf-8").split("\n# "))


def _house(path: Path) -> str:
    return path.stem if path.parent.name == "houses" else ""


def _document(part: str, house: str) -> Written:
    head, *rest = part.strip().removeprefix("# ").splitlines()
    language, _genre, title = (field.strip() for field in head.split("|", 2))
    lines = [line for line in rest if line[:2] in ("H ", "S ", "I ", "R ")]
    asked = tuple(_asked(line) for line in rest if line[:2] in ("Q ", "N "))
    parts = tuple((line[0], line[2:].strip()) for line in lines)
    return Written(language, tuple(_read(title, lines)), asked, title, parts, house)


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
