"""Documents with questions, each with the lines that answer it or none; written by hand, for no archive.

A document is a line `# language | genre | title`; lines `H`, `S`, `I` and `R` (heading, sentence, item, row; the first row names the
columns); `Q language kind lines | question | answer` and `N language kind | question | line a careless reader would give`.
A file below `houses` is one organisation's: what its documents are asked has one right value among them all.

A file of the same name below `whole` asks more of that organisation: its lines are named `document.line`, counted from 1. `Q language |
lines | question | answers` asks for several things that one document tells, `N language | line | question` for what none of them
tells, and `A language | lines | lines that nearly belong | question` for what several documents tell, one line of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.reading.rereading import in_context

HERE = Path(__file__).parent
FILES = (*sorted(HERE.glob("*.txt")), *sorted(HERE.glob("houses/*.txt")))
WHOLE = HERE / "whole"


@dataclass(frozen=True)
class Asked:
    """A question of the bank."""

    language: str
    kind: str
    """Of answer; empty where it is not told."""
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


Place = tuple[int, int]
"""A document and a line of it, both counted from 0."""


@dataclass(frozen=True)
class Spread:
    """A question for what several documents of one house tell."""

    language: str
    text: str
    answers: tuple[Place, ...]
    """One line of every document that belongs; documents by their places in the bank."""
    nearly: tuple[Place, ...]
    """Lines of others that do not."""


def read_bank(paths: Sequence[Path]) -> list[Written]:
    """The documents of some files of the bank, with the questions asked of their whole house that one of them concerns."""
    return [document for path in paths for document in _documents(path)]


def read_spread(documents: Sequence[Written]) -> list[Spread]:
    """The questions for what several documents tell, of the houses that are among some documents."""
    return [
        Spread(language, text, *(tuple((first + n, line) for n, line in places) for places in (answers, nearly)))
        for first, house in _houses(documents)
        for kind, language, answers, nearly, text, _ in _whole(house)
        if kind == "A"
    ]


def _houses(documents: Sequence[Written]) -> Iterator[tuple[int, str]]:
    """Each house with the place of its first document."""
    firsts: dict[str, int] = {}
    for place, document in enumerate(documents):
        firsts.setdefault(document.house, place)
    return ((place, house) for house, place in firsts.items() if house)


def _documents(path: Path) -> list[Written]:
    house = _house(path)
    found = [_document(part, house) for part in _parts(path)]
    for kind, language, answers, _, text, said in _whole(house):
        place, lines = answers[0][0], tuple(line for _, line in answers)
        if kind != "A":
            asked = (
                Asked(language, "list", text, lines, None, said)
                if kind == "Q"
                else Asked(language, "", text, (), lines[0])
            )
            found[place] = replace(found[place], asked=(*found[place].asked, asked))
    return found


def _whole(house: str) -> Iterator[tuple[str, str, list[Place], list[Place], str, str]]:
    """What a file asks of a whole house: its letter, its language, two lots of lines, the question and the answer."""
    path = WHOLE / f"{house}.txt"
    for line in path.read_text("utf-8").splitlines() if house and path.is_file() else ():
        head, places, *rest = (field.strip() for field in line.split(" | "))
        kind, language = head.split()
        nearly = rest.pop(0) if kind == "A" else "-"
        yield kind, language, _places(places), _places(nearly), rest[0], rest[1] if kind == "Q" else ""


def _places(said: str) -> list[Place]:
    pairs = (one.strip().split(".") for one in said.split(",") if one.strip() != "-")
    return [(int(document) - 1, int(line) - 1) for document, line in pairs]


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
