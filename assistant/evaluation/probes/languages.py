"""Probe: asked in another language, does the assistant cite the same documents?

Cases count as one question in several languages where their notes say so (`translation: NAME`), where they have the same gold
quote, or where the question is of a form that translates word for word: what a short name stands for.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from assistant.evaluation.probes.values import Asking, ProbeResult
from assistant.evaluation.values import Case, Score
from assistant.places import overlap
from assistant.understand import understand
from assistant.values import Answer
from vectorstore import fold

LANGUAGES = "languages"
_GROUP = re.compile(r"\btranslation:\s*([\w.-]+)", re.IGNORECASE)
_STANDS_FOR = {
    "en": "What does {name} stand for?",
    "fr": "Que veut dire {name} ?",
    "ar": "ما معنى {name}؟",
}


def groups(cases: Sequence[Case]) -> Iterator[tuple[Case, ...]]:
    """The cases that ask the same in at least two languages, those of a name's meaning made from one of them."""
    linked: dict[str, list[Case]] = {}
    for case in cases:
        noted = _GROUP.search(case.note)
        key = f"note {noted[1]}" if noted else f"quote {fold(case.quote)}" if len(case.quote) > 15 else ""
        if key and not case.history:
            linked.setdefault(key, []).append(case)
    for same in linked.values():
        if len({case.language for case in same}) > 1:
            yield tuple(same)
    yield from _meanings(cases)


def _meanings(cases: Sequence[Case]) -> Iterator[tuple[Case, ...]]:
    seen: set[str] = set()
    for case in cases:
        question = understand(case.question)
        codes = [name for name in question.names if name.isascii() and sum(map(str.isupper, name)) > 1]
        if question.wants == "expansion" and len(codes) == 1 and case.answerable and codes[0] not in seen:
            seen.add(codes[0])
            yield tuple(
                dataclasses.replace(case, question=words.format(name=codes[0]), language=language, history=())
                for language, words in _STANDS_FOR.items()
            )


def agree(group: Sequence[Case], ask: Asking) -> ProbeResult:
    """How far the answers to one question in several languages cite the same documents: the mean over pairs of languages.

    The Jaccard index of two sets: what they share over all that is in either (Jaccard 1901). A refusal beside an answer is 0.
    """
    answers = [ask(case) for case in group]
    asked = " / ".join(case.question for case in group)
    return ProbeResult(group[0], asked, answers[0], _score(group, answers))


def _score(group: Sequence[Case], answers: Sequence[Answer]) -> Score:
    answered = [answer.outcome == "answered" for answer in answers]
    if not any(answered):
        return Score(LANGUAGES, None, "Refused in every language; there are no facts to compare.")
    pairs = list(combinations(answers, 2))
    documents = [jaccard(_documents(one), _documents(other)) for one, other in pairs]
    passages = [same_passages(one, other) for one, other in pairs]
    value = sum(documents) / len(documents)
    refused = [case.language for case, there in zip(group, answered, strict=True) if not there]
    reason = f"Same documents {value:.2f}, same passages {sum(passages) / len(passages):.2f}, over {len(pairs)} pairs of answers."
    return Score(LANGUAGES, value, f"{reason} Refused in {', '.join(refused)}." if refused else reason)


def jaccard(one: Iterable[object], other: Iterable[object]) -> float:
    """Share of what two sets have in common among all that is in either; 0 where both are empty."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def _documents(answer: Answer) -> set[str]:
    return {citation.document for citation in answer.citations}


def same_passages(one: Answer, other: Answer) -> float:
    """The Jaccard index of the passages two answers cite; those that overlap are the same."""
    shared = sum(any(overlap(mine, theirs) for theirs in other.citations) for mine in one.citations)
    total = len(one.citations) + len(other.citations) - shared
    return shared / total if total > 0 else 0.0
