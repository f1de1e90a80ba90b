"""Places in documents: of a citation, a fact or a sentence."""

from __future__ import annotations

from typing import Protocol


class Place(Protocol):
    """Some characters of a document, from `start` up to, not with, `end`."""

    @property
    def document(self) -> str:
        """Its path."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The one behind the last."""


def overlap(one: Place, other: Place) -> bool:
    """Whether two places have characters in common."""
    return one.document == other.document and one.start < other.end and other.start < one.end
