"""What changed from one snapshot to another: documents by their content, and the facts read from them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from vectorstore.facts import Fact, read_facts


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


def compare_catalogues(old: sqlite3.Connection | None, new: sqlite3.Connection) -> Comparison:
    """Compare two catalogues; without an old one everything is new."""
    before, after = _contents(old) if old else {}, _contents(new)
    gone = {sha: path for path, sha in sorted(before.items(), reverse=True) if path not in after}
    moved = {path: gone[sha] for path, sha in sorted(after.items()) if path not in before and sha in gone}
    added = tuple(sorted(after.keys() - before.keys() - moved.keys()))
    changed = tuple(sorted(path for path in after.keys() & before.keys() if after[path] != before[path]))
    removed = tuple(sorted(before.keys() - after.keys() - set(moved.values())))
    now = _facts(new, {*added, *changed})
    then = _facts(old, {*changed, *removed}) if old else {}
    return Comparison(
        added=added,
        changed=changed,
        removed=removed,
        moved=tuple((moved[path], path) for path in sorted(moved)),
        facts_added=tuple(fact for said, fact in now.items() if said not in then),
        facts_removed=tuple(fact for said, fact in then.items() if said not in now),
    )


def _contents(rows: sqlite3.Connection) -> dict[str, str]:
    return dict(rows.execute("SELECT path, sha256 FROM documents"))


def _facts(rows: sqlite3.Connection, documents: Collection[str]) -> dict[tuple[str, str, str], Fact]:
    """The facts of some documents by what they say, wherever in the document they say it."""
    if not documents:
        return {}
    found = (fact for fact in read_facts(rows) if fact.document in documents)
    return {(fact.document, fact.kind, json.dumps(dict(fact.fields), sort_keys=True)): fact for fact in found}
