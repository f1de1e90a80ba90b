"""The countries that a sentence names one beside the other, where they are listed or counted: "They came from Mali, Niger and Chad"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.reading.draft import Draft, Listed, Said
from assistant.reading.evidence import Evidence
from assistant.reading.showing import whole
from assistant.understand import Question, counted_terms, listed_terms, longest_run, number_meant
from assistant.values import Answer
from vectorstore import StoredSentence, fold, terms

_WORDS = "country countries state states nation nations nationality nationalities pays état états nationalité nationalités دولة دول الدول بلد بلدا بلدان البلدان جنسية جنسيات"
_STEMS = frozenset(stem for word in _WORDS.split() for stem in terms(word))
_HEAD = re.compile(
    r"^\W*(?:(?:the|all|les|tous les|من|في|list of|list|names? of(?: the)?|liste des?)\s+)*(?:member |participating |home )?(?:countries|nationalities|states|pays|etats|الدول|البلدان|دول|بلدان|جنسيات)(?!\w)"
)
"""A question that is only the name of countries, by what it opens with."""
_FEWEST, _IN_ROW = 2, 3
"""Countries that a sentence names at least, and a row of a table."""
_NAMED, _DATED, _BEHIND, _BEHIND_OTHERS, _FAR_BEHIND = 0.6, 0.6, 4.0, 1.3, 3.0
"""How far a sentence must be of what is named and of the time, and how far its score may lie behind the best one's: in the document
that is of all that the question names, in others, and in these where no list of countries is told instead."""
_MANY, _WORTH = 3, 0.15
"""Countries beyond which more speak for nothing, and what each speaks for a sentence."""


def asks_countries(question: Question) -> bool:
    """Whether countries are what a question lists or counts."""
    said = counted_terms(question) if question.wants == "number" else listed_terms(question)
    if not said.isdisjoint(_STEMS):
        return True
    return question.wants in ("list", "fact", "place") and _HEAD.match(fold(question.text)) is not None


def countries_told(
    question: Question,
    evidence: Sequence[Evidence],
    is_meant: Callable[[str], bool],
    enough: Callable[[Evidence], bool],
    *,
    otherwise_untold: bool = False,
) -> Draft | None:
    """The countries of the best sentence that names some; None where that is not of what the question names, or says too little of it.

    Args:
        question: One that lists or counts countries.
        evidence: Best first.
        is_meant: Whether a document, by its path, is of all that the question names.
        enough: Whether a sentence says enough for an answer.
        otherwise_untold: Whether no list of countries is told instead, so that a sentence far behind the best may be meant.
    """
    best, number = max((e.score for e in evidence), default=0.0), number_meant(question.text)
    others = _FAR_BEHIND if otherwise_untold else _BEHIND_OTHERS
    found: list[tuple[Evidence, Sequence[tuple[int, int]]]] = []
    for e in evidence:
        run = longest_run(e.sentence.text)
        least = _IN_ROW if e.sentence.kind == "row" else _FEWEST
        if len(run) < least or e.named < _NAMED or e.dated < _DATED or (number and len(run) != number):
            continue
        meant = is_meant(e.sentence.document)
        if e.score >= best - (_BEHIND if meant else others) and (meant or enough(e)):
            found.append((e, run))
    chosen = max(found, key=lambda one: one[0].score + _WORTH * min(_MANY, len(one[1])), default=None)
    return _told(question, chosen[0].sentence, chosen[1]) if chosen else None


def nearest_naming(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best sentences that name countries one beside the other, though none of them says enough for an answer."""
    best = max((e.score for e in evidence), default=0.0)
    near = [
        e
        for e in evidence
        if e.sentence.kind != "row"
        and e.named >= _NAMED
        and e.dated >= _DATED
        and e.score >= best - _FAR_BEHIND
        and len(longest_run(e.sentence.text)) >= _IN_ROW
    ]
    return sorted(near, key=lambda e: -e.score)[:_NEAREST]


def is_of_countries(draft: Draft) -> bool:
    """Whether the items or rows of a list mostly name countries."""
    items = [row.said.text for row in draft.rows] or [said.text for said in draft.said]
    return sum(bool(longest_run(item)) for item in items) >= _MOSTLY * len(items)


def lists_countries(answer: Answer) -> bool:
    """Whether an answer is a list or table of countries, or one sentence that names some."""
    cells = [cell for row in (answer.table.rows if answer.table else ()) for cell in row.cells[:1]]
    said = [_MARKS.sub("", text).strip() for text in (*answer.text.splitlines(), *cells)]
    short = [text for text in said if len(text.split()) <= _SHORT and longest_run(text)]
    return len(short) >= _FEWEST or any(len(longest_run(text)) >= _FEWEST for text in said)


_MARKS = re.compile(r"\s*(?:\[\d+\])+")
_MOSTLY = 0.6
"""Share of the items of a list of countries that must name one."""
_NEAREST = 2
"""Sentences that are shown where none says enough."""
_SHORT = 8
"""Words of an item that is a country with little said of it."""


def _told(question: Question, sentence: StoredSentence, run: Sequence[tuple[int, int]]) -> Draft:
    names = tuple(dict.fromkeys(sentence.text[start:end] for start, end in run))
    if question.wants == "number":
        rows = tuple(Listed(Said(name, (sentence,)), (name,)) for name in names)
        return Draft((whole(sentence, None),), ("",), rows, counted=True)
    return Draft((Said(", ".join(names), (sentence,)), whole(sentence, None)))
