"""Short forms and what they stand for, as the documents themselves say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.register.entries import Meaning, Term
from assistant.register.listing import Marks
from assistant.register.names import key_of
from assistant.values import Citation
from vectorstore import DocumentInfo, Fact

_MOST_CITED = 3


def glossary(facts: Iterable[Fact], documents: Mapping[str, DocumentInfo]) -> tuple[Term, ...]:
    """Every short form that some document explains, in alphabetical order."""
    said: dict[tuple[str, ...], list[tuple[str, str, Fact]]] = {}
    for fact in facts:
        if fact.kind in ("organisation", "programme") and fact.document in documents:
            short = fact.fields.get("abbreviation") or fact.fields.get("acronym")
            long = fact.fields.get("name") or fact.fields.get("definition")
            if short and long and key_of(short) and key_of(short) != key_of(long):
                said.setdefault(key_of(short), []).append((short, long, fact))
    return tuple(sorted((_term(told, documents) for told in said.values()), key=lambda term: term.short.casefold()))


def _term(told: list[tuple[str, str, Fact]], documents: Mapping[str, DocumentInfo]) -> Term:
    meanings: dict[tuple[str, ...], list[tuple[str, Fact]]] = {}
    also: dict[str, None] = {}
    for _, long, fact in told:
        meanings.setdefault(key_of(long), []).append((long, fact))
        for name in ("other_name", "other_abbreviation"):
            also.update(dict.fromkeys(other for other in (fact.fields.get(name) or "").split("; ") if other))
    found = tuple(
        Meaning(giving[0][0], giving[0][1].language, _cited([fact for _, fact in giving], documents))
        for giving in meanings.values()
    )
    longs = {key_of(meaning.long) for meaning in found}
    return Term(told[0][0], told[0][2].kind, found, tuple(other for other in also if key_of(other) not in longs))


def _cited(facts: list[Fact], documents: Mapping[str, DocumentInfo]) -> tuple[Citation, ...]:
    marks = Marks(documents)
    marks.of(facts[:_MOST_CITED])
    return tuple(marks.citations)
