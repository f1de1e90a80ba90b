"""Proposals in one ingest: each content is asked about once, and what came of it is kept with the index."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ingest.propose.borne import unknown
from ingest.propose.proposer import Proposer, ProposingFailed
from ingest.reading import ReadFile
from ingest.telling import fact_as_json, facts_from_json
from vectorstore import Document, Fact, FileRecord, SnapshotWriter


@dataclass(frozen=True, slots=True)
class Proposing:
    """What is proposed in one run.

    Args:
        proposer: Whoever proposes; None where nobody may.
        kept: What was proposed before, by the hash of a file.
    """

    proposer: Proposer | None
    kept: dict[str, Any]
    failed: Counter[str] = field(default_factory=Counter)

    def to_ask_about(self, known: Mapping[str, FileRecord]) -> dict[str, FileRecord]:
        """What became of every file, as if those had changed whose proposals are missing, or are no longer wanted."""
        return {name: replace(record, sha256="") if self._other(record) else record for name, record in known.items()}

    def completed(self, read: ReadFile) -> ReadFile:
        """A file with the facts that are proposed besides its own; as it is where none could be had."""
        if self.proposer is None or read.document is None:
            return read
        try:
            proposed = unknown(self._proposed(self.proposer, read.document), read.facts)
        except ProposingFailed as error:
            self.failed[str(error)] += 1
            return read
        return replace(read, facts=tuple(sorted((*read.facts, *proposed), key=lambda fact: (fact.start, fact.end))))

    def keep(self, writer: SnapshotWriter) -> None:
        """Keep what was proposed for files that are indexed, and nothing of others."""
        indexed = {record.sha256 for record in writer.files().values() if record.state == "indexed"}
        wanted = self.kept if self.proposer else {}
        writer.keep_proposed({sha256: wanted[sha256] for sha256 in sorted(wanted.keys() & indexed)})

    @property
    def missing(self) -> str | None:
        """That files are without proposals, and why, in one sentence."""
        if not self.failed:
            return None
        number, why = self.failed.total(), next(iter(self.failed))
        return f"Facts were not proposed for {number} file{'' if number == 1 else 's'}: {why}; the next ingest tries again."

    def _other(self, record: FileRecord) -> bool:
        if record.state != "indexed":
            return False
        by = self.kept[record.sha256]["by"] if record.sha256 in self.kept else None
        return by != (self.proposer.identity if self.proposer else None)

    def _proposed(self, proposer: Proposer, document: Document) -> tuple[Fact, ...]:
        text = hashlib.sha256(document.text.encode()).hexdigest()
        before = self.kept.get(document.sha256)
        if before is not None and (before["by"], before["text"]) == (proposer.identity, text):
            return facts_from_json(before["facts"], document)
        self.kept.pop(document.sha256, None)
        facts = proposer.facts(document)
        told = [fact_as_json(fact) for fact in facts]
        self.kept[document.sha256] = {"by": proposer.identity, "text": text, "facts": told}
        return facts
