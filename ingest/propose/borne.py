"""Keeps of what was proposed only what stands in the text, word for word, and is not known already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.extract.agreement_words import sort_in
from ingest.extract.event_words import kind_of
from ingest.extract.plain import Plain
from ingest.propose.schema import SHAPES, Proposal
from vectorstore import Document, Fact, FactKind, find_dates, fold

MARK = {"proposed": "yes"}
"""The field by which a proposed fact is told from one that the rules read."""
_DAYS = ("_date", "_until")
_WORD = re.compile(r"\w+")


def borne(proposals: Iterable[Proposal], document: Document, window: tuple[int, int]) -> Iterator[Fact]:
    """The proposals that the text bears out, as facts.

    Args:
        proposals: Made for one window of the document.
        document: The whole of it.
        window: Where the quotes must stand, so that words that come up again elsewhere are cited where they were read.
    """
    for proposal in proposals:
        start = _place(proposal.quote, document.text, window)
        fields = {name: value.strip() for name, value in proposal.fields.items() if value.strip()}
        needed = set(SHAPES[proposal.kind].needed) <= fields.keys()
        said = needed and all(_says(proposal.quote, name, value) for name, value in fields.items())
        named = _named(proposal.kind, proposal.quote) if start >= 0 and said else None
        if named is not None:
            end = start + len(proposal.quote)
            yield Fact(
                proposal.kind, document.path, _page(document, start), start, end, proposal.quote,
                {**named, **fields, **MARK}, document.language,
            )  # fmt: skip


def unknown(proposed: Iterable[Fact], facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The proposed facts that double none of the others: of one kind, in the same words or about the same thing."""
    kept: list[Fact] = []
    known = list(facts)
    for fact in proposed:
        if not any(_doubles(fact, other) for other in known):
            kept.append(fact)
            known.append(fact)
    return tuple(kept)


def _place(quote: str, text: str, window: tuple[int, int]) -> int:
    """Where a quote stands, verbatim and in whole words; -1 where it does not."""
    start = text.find(quote, *window)
    end = start + len(quote)
    cut = start > 0 and _WORD.fullmatch(text[start - 1]) and _WORD.match(quote)
    return -1 if cut or (_WORD.fullmatch(text[end : end + 1]) and _WORD.fullmatch(quote[-1])) else start


def _says(quote: str, name: str, value: str) -> bool:
    """Whether a quote says the value of a field: each part whole and in one piece, or as one of its dates."""
    if name.endswith(_DAYS):
        return any(value in (date.iso, date.last_iso) for date in find_dates(quote))
    written, said = " ".join(quote.split()), _words(quote)
    parts = [" ".join(part.split()) for part in value.split(";")]
    return all(part in written and part and _words(part) in said for part in parts)


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _named(kind: FactKind, quote: str) -> dict[str, str] | None:
    """The fields that hold words of ours, read from the quote by rule; None where it names nothing of this kind.

    An event counts as mentioned: whether it was held, the rules alone say.
    """
    if kind == "event":
        what = kind_of(quote)
        return {"what": what, "state": "mentioned"} if what else None
    if kind == "agreement":
        sort = sort_in(Plain.of(quote).text)
        return {"what": str(sort.lastgroup)} if sort else None
    return {}


def _doubles(fact: Fact, other: Fact) -> bool:
    if fact.kind != other.kind:
        return False
    if fact.start < other.end and other.start < fact.end and "proposed" not in other.fields:
        return True
    needed = SHAPES[fact.kind].needed
    return all(_words(fact.fields[name] or "") == _words(other.fields.get(name) or "") for name in needed)


def _page(document: Document, start: int) -> int | None:
    return next((block.page for block in document.blocks if block.start <= start < block.end), None)
