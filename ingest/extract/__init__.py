"""Reads the facts of a document, each bound to the words it rests on, without any model."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vectorstore import Document, Fact

VERSION = 29
"""Part of the settings fingerprint: raise it when the same document would give other facts. Files are then read again,
and nothing is embedded again, because embeddings are kept by the words they stand for."""

__all__ = ["VERSION", "extract"]


def extract(document: Document) -> list[Fact]:
    """Every fact a document states, by place in its text; what may be wrong is left out."""
    from ingest.extract.agreements import agreements
    from ingest.extract.commitments import commitments
    from ingest.extract.events import events
    from ingest.extract.figures import figures
    from ingest.extract.memberships import memberships
    from ingest.extract.organisations import organisations
    from ingest.extract.people import people
    from ingest.extract.programmes import programmes
    from ingest.extract.reading import Reading
    from ingest.extract.rows import rows

    reading = Reading.of(document)
    extractors: tuple[Callable[[Reading], Iterable[Fact]], ...] = (
        events,
        people,
        organisations,
        programmes,
        agreements,
        commitments,
        figures,
        memberships,
        rows,
    )
    found = [fact for read in extractors for fact in read(reading)]
    return sorted(found, key=lambda fact: (fact.start, fact.end, fact.kind))
