"""What the page needs from whoever answers; the assistant has this shape, and so has the scripted one of the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from assistant import Answer, Overview, RegisterView, Replay, Turn
    from vectorstore import Document, DocumentInfo, FormerVersion


class Backend(Protocol):
    """Answers questions over an index. Methods raise `assistant.AssistantError` with a sentence to show."""

    def answers(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        as_of: date | None = None,
        id: str | None = None,
        without_filters: frozenset[str] = frozenset(),
    ) -> Iterator[Answer]:
        """Answer a question from the snapshot that is current now; each answer replaces the one before."""

    def link(self, answer: Answer) -> str:
        """Keep what was asked, so that the answer can be shown again; an id for `replay`."""

    def replay(self, link: str) -> Replay:
        """A linked answer from the snapshot it came from."""

    def stored_document(self, path: str, snapshot: str | None = None) -> Document:
        """A document as it is kept."""

    def former_versions(self, path: str) -> tuple[FormerVersion, ...]:
        """What a document said before it changed, the latest first."""

    def receipt(self) -> str | None:
        """What the last ingest said of itself, as JSON."""

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What is known of every document in the index."""

    def register(self, *, language: str = "en", as_of: date | None = None) -> RegisterView:
        """Everything on record, every row with the words it rests on."""

    def examples(self, language: str, most: int = 4) -> tuple[str, ...]:
        """Questions to begin with, in a language, that are answered."""

    def overview(self) -> Overview:
        """The state of the index."""

    def warm(self) -> None:
        """Load what the first question would otherwise wait for."""


BackendFactory = Callable[[], Backend]
