"""Answers for the things of a sort that are as large as a question says: more than 20 came, it cost the most, it took five days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.bounds import Bound, bound_of, without_bound
from assistant.bridging import Embed
from assistant.finishing import Finisher
from assistant.gathering import Gatherer
from assistant.refuse import Refusal
from assistant.register.forms import form_of
from assistant.register.sentence import words_of
from assistant.registered import Registered
from assistant.replies import Replies
from assistant.understand import Question, Wants, compared, contrast, counted_terms, listed_terms, understand
from assistant.values import Answer

_WHAT_IS = (
    (
        re.compile(r"^\W*(?:what|which|who)(?:['’]s| (?:is|was|are|were|has been|will be)) (?:the |our |of )?", re.I),
        "which ",
    ),
    (
        re.compile(
            r"^\W*quel(?:le)?s? (?:est|sont|[ée]tait|[ée]taient|a [ée]t[ée]|fut|sera) (?:la |le |les |l['’]|notre )?",
            re.I,
        ),
        "quels ",
    ),
    (re.compile(r"^\W*quel(?:le)? (?!(?:est|sont|fut|sera)\b)", re.I), "quels "),
    (re.compile(r"^\W*(?:ما|من)(?: (?:هي|هو|كانت?|هم))? "), "أي "),
)
"""What asks for one thing by what it is, with what asks which of several it is."""
_LIFTED = "bound"
"""The key of a bound among the limits of a question."""
_NEAREST = 3
"""Places of an answer that is refused that are shown as the nearest."""
_FEW = 2
"""Statements of an answer that is no list, at most."""


@dataclass(frozen=True)
class Bounded:
    """Finds the events of the register, or the rows of a table, that are as large as they must be."""

    gatherer: Gatherer
    registered: Callable[[], Registered]
    finisher: Finisher
    replies: Replies
    embed: Embed
    lifted: frozenset[str]
    """Keys of the limits that the question does without."""

    def answer(self, question: Question) -> Answer | None:
        """Those that are meant; None where a question says nothing of how large they must be, or nothing tells it."""
        asked = self.asked(question)
        if asked is None:
            return None
        bound, listed = asked
        vector = self.embed(listed.standalone)
        if _LIFTED in self.lifted:
            told = self.registered().answer(listed, vector)
            return replace(told, question=question.text) if told else None
        if (told := self.registered().sized(question, bound, listed, vector)) is not None:
            return told
        draft = self.gatherer.tabled(listed, vector, bound=bound)
        draft = draft or self.gatherer.tabled(listed, vector, mostly=True, bound=bound)
        return self.finisher.answer(question, draft, ()) if draft is not None else None

    def held(self, question: Question, answer: Answer) -> Answer:
        """An answer that was found otherwise: a refusal in its place where nothing in it is as large as the question says."""
        asked = self.asked(question)
        if asked is None or _LIFTED in self.lifted or answer.outcome != "answered" or self._tells(asked[0], answer):
            return answer
        refused = self.replies.refuse(question, Refusal("not_in_documents"), ())
        return replace(refused, nearest=answer.citations[:_NEAREST])

    def _tells(self, bound: Bound, answer: Answer) -> bool:
        """Whether a few sentences of documents, and no list, say how large something is, one of them that it is as large as it must be."""
        quotes = [citation.quote for citation in answer.citations]
        few = answer.table is None and answer.route == "passages" and len(answer.statements) <= _FEW
        return few and any(map(bound.told_in, quotes))

    def asked(self, question: Question) -> tuple[Bound, Question] | None:
        """How large the things must be, and the question for all of them; None where it asks for no such thing."""
        bound = bound_of(question.standalone)
        if bound is None or compared(question.standalone) or contrast(question.standalone):
            return None
        if bound.is_best and _is_of_register(question):
            return None
        listed = understand(_which(without_bound(question.standalone, bound)), (), question.as_of)
        wants: Wants = "number" if listed.wants == "number" and counted_terms(listed) else "list"
        listed = replace(listed, wants=wants, also=(), language=question.language)
        return (bound, listed) if wants == "number" or listed_terms(listed) else None


def _is_of_register(question: Question) -> bool:
    """Whether the register itself puts side by side what is asked for: partners by their events, givers by what they gave."""
    form, named = form_of(question, words_of(question))
    return form == "ranking" or (form == "compare" and any(noun.sort.kind == "figure" for noun in named))


def _which(text: str) -> str:
    """A question for which of several things it is: of "what is the … course of 2026", "which course of 2026"."""
    for what, which in _WHAT_IS:
        text = what.sub(which, " ".join(text.split()))
    return text
