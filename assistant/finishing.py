"""From a draft to an answer: what of it stands in its sources, in words that open with what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.archive import Archive
from assistant.gate import bound
from assistant.reading.draft import Draft, number, tabulated, worded
from assistant.reading.evidence import Evidence
from assistant.refuse import Refusal
from assistant.register.sentences import counted, verdict
from assistant.replies import Replies
from assistant.trace import Recorder
from assistant.understand import Question
from assistant.values import Answer, Statement, Table
from assistant.words import told_in, untold_part
from vectorstore import say_date


class Finisher:
    """Makes answers of drafts over one archive."""

    def __init__(self, archive: Archive, replies: Replies, recorder: Recorder) -> None:
        self._archive = archive
        self._replies = replies
        self._recorder = recorder

    def answer(self, question: Question, draft: Draft, evidence: Sequence[Evidence]) -> Answer:
        """What of a draft stands in its sources, as an answer; a refusal where nothing does."""
        with self._recorder.stage("check"):
            statements, citations = bound(*number(draft, self._archive.documents.__getitem__), self._archive.text)
        if not statements:
            return self._replies.refuse(question, Refusal("not_in_documents"), evidence)
        said, table = tabulated(draft, statements, len(self._archive.documents), self._archive.unread)
        text = self._text(question, draft, statements, said, table)
        if draft.gathered and table is not None:
            documents = {c.document for row in table.rows for c in citations if c.number in row.citations}
            told = told_in(question.language, len(documents), alone=not draft.said, unsure=draft.unsure)
            text = "\n".join((text, told) if draft.said else (told, text))
        return self._replies.reply(question, "answered", text, said, citations, table=table)

    def _text(
        self,
        question: Question,
        draft: Draft,
        statements: Sequence[Statement],
        said: Sequence[Statement],
        table: Table | None,
    ) -> str:
        """What is said, opened by what follows from it: yes or no, a number, what two values come to."""
        text = worded(said, self._days(draft, question.language), _labels(draft))
        if draft.holds is not None and statements[0].text == draft.said[0].text:
            text = f"{verdict(draft.holds, question.language)}. {text}"
        if draft.reckoned and {one.text for one in draft.said} <= {one.text for one in statements}:
            text = f"{draft.reckoned}\n{text}"
        if draft.opening:
            text = f"{draft.opening}\n{text}"
        for part in draft.untold:
            text = f"{text}\n{untold_part(question.language, part)}"
        if draft.counted and table is not None:
            text = f"{counted(len(table.rows), question.language, named=False)} {text}"
        return text

    def _days(self, draft: Draft, language: str) -> dict[str, str]:
        """The dates of the documents that statements which disagree stand in, by the statement's text."""
        dates = {said.text: self._archive.documents[said.sources[0].document].date for said in draft.dated}
        return {text: say_date(date, None, language) for text, date in dates.items() if date}


def _labels(draft: Draft) -> dict[str, str]:
    """What each statement is said of, all together where the same is said of several."""
    found: dict[str, list[str]] = {}
    for text, label in draft.labels:
        found.setdefault(text, []).append(label)
    return {text: ", ".join(of) for text, of in found.items()}
