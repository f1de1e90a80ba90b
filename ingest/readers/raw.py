"""What a reader hands back: the blocks of one file, before they are laid out as stored text."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from vectorstore.values import BlockKind


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One heading, paragraph, list item or table line, already cleaned."""

    kind: BlockKind
    text: str
    page: int | None = None
    level: int = 0
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page whose text could not be read, and why, as the end of a sentence."""

    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Everything read from one file."""

    format: str
    blocks: tuple[RawBlock, ...]
    pages: int | None = None
    title: str | None = None
    """The title in the file's properties: a hint, often left over from another document."""
    notes: tuple[str, ...] = ()
    """Sentences for the summary, e.g. that hidden text was left out."""
    sha256: str = ""
    """Of the bytes that were read, when a child process read them."""
    scanned: tuple[int, ...] = ()
    """Pages that wait for text recognition; the blocks come when it is done."""
    unread: tuple[UnreadPage, ...] = ()
    """Pages whose text is missing from the blocks."""

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: Any) -> RawDocument:
        """Rebuild a document from JSON values.

        Raises:
            ValueError, KeyError, TypeError: the value has another shape.
        """
        return cls(
            format=_text(value["format"]),
            blocks=tuple(_block(entry) for entry in value["blocks"]),
            pages=_number(value["pages"]),
            title=None if value["title"] is None else _text(value["title"]),
            notes=tuple(_text(note) for note in value["notes"]),
            sha256=_text(value["sha256"]),
            scanned=tuple(int(page) for page in value["scanned"]),
            unread=tuple(UnreadPage(int(entry["page"]), _text(entry["reason"])) for entry in value["unread"]),
        )


_KINDS: tuple[BlockKind, ...] = ("heading", "paragraph", "item", "header", "row")


def _block(value: Any) -> RawBlock:
    kind = value["kind"]
    if kind not in _KINDS:
        raise ValueError(f"no such kind of block: {kind}")
    return RawBlock(
        kind=kind,
        text=_text(value["text"]),
        page=_number(value["page"]),
        level=_number(value["level"]) or 0,
        columns=tuple(_text(name) for name in value["columns"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _number(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError("a number was expected")
    return value
