"""Answers to what is no question of a fact: a task, what is new, who of some people are women."""

from __future__ import annotations

import dataclasses
from datetime import date

from assistant.archive import Archive
from assistant.bridging import Embed
from assistant.finding import Finder
from assistant.finishing import Finisher
from assistant.news import asks_news, news
from assistant.refuse import Refusal
from assistant.replies import Replies
from assistant.tasks import main_points
from assistant.unclear import choices
from assistant.understand import Question, Task, task_of, understand
from assistant.values import Answer
from assistant.women import asks_women, women

_NAMED = 0.5
"""Of the names of a task, what the document must have that it is about."""
_NAMES_ONE = 2
"""Terms that may name one document, at least."""


class Apart:
    """Answers what is told apart from questions of a fact.

    Args:
        archive: Where to look.
        finder: Finds the document that a task is about.
        replies: Puts refusals and questions back together.
        finisher: Makes answers of drafts.
        embed: Embeds what names that document; None where there is no model.
    """

    def __init__(self, archive: Archive, finder: Finder, replies: Replies, finisher: Finisher, embed: Embed) -> None:
        self._archive = archive
        self._finder = finder
        self._replies = replies
        self._finisher = finisher
        self._embed = embed

    def answer(self, question: Question, today: date) -> Answer | None:
        """The answer; None to a question of a fact."""
        if task := task_of(question.text):
            return self._in_place_of(*task, question)
        finder, draft = self._finder, None
        if asks_news(question):
            documents = [d for p, d in self._archive.documents.items() if p in finder.register(question).documents]
            draft = news(question, today, documents, finder.register(question), finder.first, finder.place)
        elif asks_women(question):
            draft = women(question, finder.register(question), finder.place)
            if draft is None:
                return self._replies.refuse(question, Refusal("not_in_documents"), ())
        return self._finisher.answer(question, draft, ()) if draft is not None else None

    def _in_place_of(self, task: Task, words: str, question: Question) -> Answer:
        """What there is instead of a summary or a translation: the main points of the document meant, or a question back."""
        meant = understand(question.before or words, (), question.as_of) if words or question.before else question
        meant = dataclasses.replace(meant, language=question.language, wants="fact", also=())
        evidence = self._finder.evidence(meant, self._embed(meant.standalone)) if meant.terms else []
        if evidence and len(meant.terms) < _NAMES_ONE and (choice := choices(meant, evidence)):
            return self._replies.ask_back(question, choice, evidence)
        sentences = self._finder.siblings(evidence[0].sentence) if evidence else ()
        draft = main_points(task, question, evidence, sentences)
        if draft is None or (evidence[0].named < _NAMED):
            return self._replies.refuse(question, Refusal("unclear"), evidence)
        return self._finisher.answer(question, draft, evidence)
