"""Puts what was found, or why nothing was, into an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.archive import Archive
from assistant.nearmiss import NearMiss
from assistant.reading.draft import cite
from assistant.reading.evidence import Evidence, led_by
from assistant.reading.showing import shortened
from assistant.refuse import Refusal
from assistant.understand import Question
from assistant.values import Answer, Citation, Outcome, Reason, Statement, Table
from assistant.words import near_miss, refusal, which

_NEAREST = 3
_QUOTED = 35
"""Words of a passage that a refusal quotes."""


@dataclass(frozen=True)
class Replies:
    """Makes the answers to the questions of one archive."""

    archive: Archive

    def ask_back(self, question: Question, meant: Sequence[str], evidence: Sequence[Evidence]) -> Answer:
        """Ask which of some documents is meant, and show the nearest words of each."""
        documents = self.archive.documents
        text = which(question.language, [(documents[path].title, documents[path].date) for path in meant])
        best = [next(e.sentence for e in evidence if e.sentence.document == path) for path in meant]
        shown = tuple(cite(s, documents[s.document], n) for n, s in enumerate(best, 1))
        return self.reply(question, "unclear", text, (), (), reason="unclear", nearest=shown)

    def refuse(self, question: Question, refused: Refusal, evidence: Sequence[Evidence]) -> Answer:
        """Say why there is no answer, with the nearest passages."""
        first, last = self.archive.years
        text = refusal(question.language, refused.reason, name=refused.about, first=str(first), last=str(last))
        outcome: Outcome = "unclear" if refused.reason == "unclear" else "not_covered"
        return self.reply(question, outcome, text, (), (), reason=refused.reason, nearest=self.nearest(evidence))

    def correct(self, question: Question, missed: NearMiss, evidence: Sequence[Evidence]) -> Answer:
        """Say that there is no answer, and what the documents say that comes nearest."""
        quote = shortened(missed.evidence.sentence.text, None, _QUOTED)
        text = near_miss(question.language, missed.differs, asked=missed.asked, instead=missed.instead, quote=quote)
        nearest = self.nearest(led_by(missed.evidence, evidence))
        return self.reply(question, "not_covered", text, (), (), reason="not_in_documents", nearest=nearest)

    def nearest(self, evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
        """The best sentences, for a reader to judge."""
        nearest = [e.sentence for e in evidence if e.sentence.kind != "heading"][:_NEAREST]
        return tuple(cite(s, self.archive.documents[s.document], n) for n, s in enumerate(nearest, 1))

    def reply(
        self,
        question: Question,
        outcome: Outcome,
        text: str,
        statements: tuple[Statement, ...],
        citations: tuple[Citation, ...],
        *,
        reason: Reason | None = None,
        nearest: tuple[Citation, ...] = (),
        table: Table | None = None,
        route: str = "passages",
    ) -> Answer:
        """An answer with where it comes from."""
        manifest = self.archive.snapshot.manifest
        return Answer(
            question=question.text,
            language=question.language,
            outcome=outcome,
            text=text,
            statements=statements,
            citations=citations,
            snapshot=manifest.id,
            fingerprint=manifest.fingerprint,
            seconds=0.0,
            reason=reason,
            nearest=nearest,
            table=table,
            route=route,
            as_of=question.as_of.isoformat() if question.as_of else None,
            standalone=question.told if question.leans else None,
        )
