"""What changed from one snapshot to another: documents by their content, and the facts read from them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vectorstore.facts import Fact, read_facts


@dataclass(frozen=True, slots=True)
class Changed:
    """What a document that came, changed or went states otherwise than before."""

    document: str
    stayed: bool
    """Whether there was one of its path before, and is one now."""
    added: tuple[Fact, ...]
    """Facts that it did not state before."""
    removed: tuple[Fact, ...]
    """Facts that it states no longer."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Paths of documents, and the facts of those that came, changed or went."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """The old path and the new one of a document whose content stayed the same."""
    facts_added: tuple[Fact, ...] = ()
    facts_removed: tuple[Fact, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both hold the same documents under the same paths."""
        return not (self.added or self.changed or self.removed or self.moved)

    def by_document(self) -> Iterator[Changed]:
        """The facts of each document together, by path."""
        added, removed, stayed = _by_document(self.facts_added), _by_document(self.facts_removed), set(self.changed)
        for path in sorted(added.keys() | removed.keys()):
            yield Changed(path, path in stayed, tuple(added.get(path, ())), tuple(removed.get(path, ())))


def compare_catalogues(old: sqlite3.Connection | None, new: sqlite3.Connection) -> Comparison:
    """Compare two catalogues; without an old one everything is new."""
    compared = _compare_documents(old, new)
    changes = list(_changes(compared, old, new))
    return replace(
        compared,
        facts_added=tuple(fact for change in changes for fact in change.added),
        facts_removed=tuple(fact for change in changes for fact in change.removed),
    )


def changed_documents(old: sqlite3.Connection | None, new: sqlite3.Connection) -> Iterator[Changed]:
    """The documents that came, changed or went, by path: one at a time, so that no more than the facts of one are held."""
    yield from _changes(_compare_documents(old, new), old, new)


def _compare_documents(old: sqlite3.Connection | None, new: sqlite3.Connection) -> Comparison:
    before, after = _contents(old) if old else {}, _contents(new)
    gone = {sha: path for path, sha in sorted(before.items(), reverse=True) if path not in after}
    moved = {path: gone[sha] for path, sha in sorted(after.items()) if path not in before and sha in gone}
    return Comparison(
        added=tuple(sorted(after.keys() - before.keys() - moved.keys())),
        changed=tuple(sorted(path for path in after.keys() & before.keys() if after[path] != before[path])),
        removed=tuple(sorted(before.keys() - after.keys() - set(moved.values()))),
        moved=tuple((moved[path], path) for path in sorted(moved)),
    )


def _changes(compared: Comparison, old: sqlite3.Connection | None, new: sqlite3.Connection) -> Iterator[Changed]:
    kept = {*compared.added, *compared.changed}
    known = {*compared.changed, *compared.removed}
    for path in sorted(kept | known):
        now = _facts(new, path) if path in kept else {}
        then = _facts(old, path) if old and path in known else {}
        added = tuple(fact for said, fact in now.items() if said not in then)
        removed = tuple(fact for said, fact in then.items() if said not in now)
        yield Changed(path, path in kept and path in known, added, removed)


def _by_document(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.document, []).append(fact)
    return found


def _contents(rows: sqlite3.Connection) -> dict[str, str]:
    return dict(rows.execute("SELECT path, sha256 FROM documents"))


def _facts(rows: sqlite3.Connection, document: str) -> dict[tuple[str, str], Fact]:
    """The facts of a document by what they say, wherever in it they say it."""
    found = read_facts(rows, document=document)
    return {(fact.kind, json.dumps(dict(fact.fields), sort_keys=True)): fact for fact in found}
