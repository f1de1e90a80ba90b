"""Which documents of the library are shown and in which order, decided without the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vectorstore import fold

if TYPE_CHECKING:
    from vectorstore import DocumentInfo

_NEWEST_FIRST = "-date"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What to show of the library; what is empty limits nothing."""

    words: str = ""
    kind: str = ""
    language: str = ""
    year: str = ""
    order: str = ""
    """Key of a column, after a `-` for the last first; the newest first where it is empty."""


def listed(documents: Sequence[DocumentInfo], shelf: Shelf) -> tuple[DocumentInfo, ...]:
    """The documents that meet every limit, in the order wanted."""
    order = shelf.order or _NEWEST_FIRST
    key, down = order.removeprefix("-"), order.startswith("-")
    found = [document for document in documents if _meets(document, shelf)]
    told = [document for document in found if _said(document, key)]
    silent = [document for document in found if not _said(document, key)]
    return (*sorted(told, key=lambda document: _said(document, key), reverse=down), *silent)


def _meets(document: DocumentInfo, shelf: Shelf) -> bool:
    said = fold(" ".join([document.title, document.path, document.venue or ""]))
    return (
        shelf.kind in ("", document.kind)
        and shelf.language in ("", document.language)
        and (document.date or "").startswith(shelf.year)
        and all(word in said for word in fold(shelf.words).split())
    )


def _said(document: DocumentInfo, key: str) -> str:
    said = {
        "title": document.title,
        "date": document.date,
        "kind": document.kind,
        "language": document.language,
        "file": document.path,
    }
    return fold(said.get(key, document.date) or "")
