"""Asks a language model for the facts of one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.propose.borne import borne, unknown
from ingest.propose.prompt import VERSION, asked, windows
from ingest.propose.schema import proposals_in
from vectorstore import Document, Fact


class ProposingFailed(Exception):
    """No facts of a document could be had; the message says why, to go behind a colon."""


@dataclass(frozen=True, slots=True)
class Proposer:
    """A language model that may propose facts.

    Args:
        model: Its name.
        ask: Gives its whole answer to what it is told and to the material; raises `ProposingFailed`.
    """

    model: str
    ask: Callable[[str, str], str]

    @property
    def identity(self) -> str:
        """Of everything besides the text that decides what is proposed."""
        return f"{self.model} · {VERSION}"

    def facts(self, document: Document) -> tuple[Fact, ...]:
        """The facts it proposes that the text bears out.

        Raises:
            ProposingFailed: There is no answer, or one of another form than was asked for.
        """
        found: list[Fact] = []
        for start, end in windows(document):
            reply = self.ask(*asked(document.text[start:end]))
            try:
                proposals = proposals_in(reply)
            except ValueError as error:
                raise ProposingFailed("the language model's answer is not of the form that was asked for") from error
            found += borne(proposals, document, (start, end))
        return unknown(found, ())
