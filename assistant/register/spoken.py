"""The names of things in the language of a question, where some document gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.register.names import Entity, Names, key_of
from assistant.understand import question_language
from vectorstore import Fact

_SHORT = 8
"""Letters of the longest short form."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name to show, and the fact that gives it; None where it stands as written."""

    text: str
    fact: Fact | None


def spoken(name: str, names: Names, language: str) -> Spoken:
    """A name as written, or in a language where a document gives it there, with its short form."""
    thing = names.of(name)
    if thing is None:
        return Spoken(name, None)
    given = sorted(_given(thing, language), key=lambda one: (not _shares(one, name, thing), not one.short))
    mine = [one for one in given if key_of(name) in (key_of(one.long), key_of(one.short))]
    if not mine and not given:
        mine = [one for one in _given(thing, "") if key_of(one.long) == key_of(name)]
    best = (mine or ([] if _is_in(name, thing, language) else given))[:1]
    return _shown(best[0]) if best else Spoken(name, None)


def _shown(given: _Given) -> Spoken:
    short = f" ({given.short})" if given.short and len(given.short) <= _SHORT and "(" not in given.long else ""
    return Spoken(f"{given.long}{short}", given.fact)


@dataclass(frozen=True, slots=True)
class _Given:
    """A long form with its short one, as one fact gives them."""

    long: str
    short: str
    fact: Fact


def _given(thing: Entity, language: str) -> Iterator[_Given]:
    """The long forms of a thing in a language, or in any."""
    for fact in thing.because:
        long, short = fact.fields.get("name") or "", fact.fields.get("abbreviation") or fact.fields.get("acronym") or ""
        if language in ("", fact.language) and len(long.split()) > 1:
            yield _Given(long, short, fact)
        others = (fact.fields.get("other_name") or "").split("; ")
        for other in others if fact.fields.get("relation") != "renamed" else ():
            if language != fact.language and len(other.split()) > 1 and question_language(other) == language:
                yield _Given(other, next((o for o in others if 1 < len(o) <= _SHORT and " " not in o), ""), fact)


def _shares(given: _Given, name: str, thing: Entity) -> bool:
    """Whether a long form has a short form that the name is given with as well: a former name has another."""
    shorts = {
        key_of(short)
        for fact in thing.because
        if key_of(fact.fields.get("name") or "") == key_of(name) and (short := fact.fields.get("abbreviation"))
    }
    return key_of(given.short) in shorts or key_of(given.short) == key_of(name)


def _is_in(name: str, thing: Entity, language: str) -> bool:
    """Whether a name is one of the language already."""
    return any(
        fact.language == language
        and key_of(name) in (key_of(fact.fields.get("name") or ""), key_of(fact.fields.get("abbreviation") or ""))
        for fact in thing.because
    )
