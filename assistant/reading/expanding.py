"""What a short form stands for, told with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import same_concept
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import row_said
from assistant.reading.showing import lead, whole
from assistant.reading.span import Span
from assistant.understand import (
    Question,
    name_parts,
    short_forms,
)
from vectorstore import find_expansions, terms

_MEANINGS = 3
"""Of one short form, told at most."""


def expand(question: Question, evidence: Sequence[Evidence]) -> Draft | None:
    """What the acronym asked about stands for, where a text says so; preferably in the question's language.

    A short form that stands for two things is told with both.
    """
    if question.wants not in ("expansion", "definition"):
        return None
    for name in short_forms(question):
        found = _expansions(question, name, evidence)
        if found:
            return Draft(tuple(said for _, best, span in _meanings(found) for said in _expanded(question, best, span)))
    return None


_Expanded = tuple[tuple[float, ...], Evidence, Span]


def _expansions(question: Question, name: str, evidence: Sequence[Evidence]) -> list[_Expanded]:
    found: list[_Expanded] = []
    for place, e in enumerate(evidence):
        for expansion in find_expansions(name, e.sentence.text, e.sentence.columns):
            if question.wants == "definition" and not _asks_only_for(question, e.sentence.text):
                continue
            own_language = e.passage.source.language == question.language
            found.append(((own_language, expansion.sure, -place), e, Span(expansion.start, expansion.end)))
    return found


def _meanings(found: Sequence[_Expanded]) -> list[_Expanded]:
    """The best long form, and others in its language that are proved and have no word in common with it."""
    ranked = sorted(found, key=lambda item: item[0], reverse=True)
    chosen: list[_Expanded] = []
    for one in ranked:
        (_, sure, _), evidence, _ = one
        same_language = not chosen or evidence.passage.source.language == chosen[0][1].passage.source.language
        if same_language and (not chosen or (sure and not any(_told(one) & _told(other) for other in chosen))):
            chosen.append(one)
    return chosen[:_MEANINGS]


def _told(one: _Expanded) -> set[str]:
    _, evidence, span = one
    return set(terms(evidence.sentence.text[span.start : span.end]))


def _expanded(question: Question, best: Evidence, span: Span) -> list[Said]:
    shown = row_said(best.sentence, None) if best.sentence.kind == "row" else whole(best.sentence, span)
    return [*lead(question, best, span), shown]


def _asks_only_for(question: Question, text: str) -> bool:
    """Whether a "what is" question asks for nothing beside the name that the text does not say of it."""
    said = set(terms(text))
    rest = [term for term in question.own_terms if term not in name_parts(question)]
    return all({term, *same_concept(term)} & said for term in rest)
