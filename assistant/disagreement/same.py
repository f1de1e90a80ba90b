"""Whether a sentence speaks of the very thing that the register answers about: a look-alike is none."""

from __future__ import annotations

import re

from assistant.concepts import same_concept
from assistant.gate import ranks
from assistant.reading.matching import Matcher, searchable
from assistant.register.abouts import About
from assistant.register.kinds import sorts
from assistant.register.likeness import sounds, stems
from assistant.register.register import Register
from assistant.register.sentence import noun_of
from assistant.register.single import Single
from vectorstore import StoredSentence, find_dates, fold

_WORD = re.compile(r"[\w-]+")


def is_of_the_same(sentence: StoredSentence, single: Single, register: Register, matcher: Matcher) -> bool:
    """Whether a sentence names the sort of thing, all that the question limits it by, and nothing that sets another apart."""
    said = searchable(sentence)
    return (
        _of_sort(sentence.text, single)
        and all(about.met(lambda one: _names(one, said, sentence, register, matcher)) for about in single.query.abouts)
        and (
            _titled(said, single)
            if single.query.kind == "event"
            else _with_partner(sentence.text, said, single, register)
        )
        and _numbered_alike(sentence.text, single)
        and not _elsewhere(sentence.text, said, single, register)
    )


def _of_sort(text: str, single: Single) -> bool:
    """Whether a text has a noun for the sort: a letter of intent is no memorandum; "agreement" may be either."""
    meant = single.query.sorts or ((single.record.sort,) if single.record else ())
    named = [noun.sort for word in _WORD.findall(fold(text)) if (noun := noun_of(word, french=True))]
    named = [sort for sort in named if sort.kind == single.query.kind]
    return any(not meant or not sort.sorts or set(sort.sorts) & set(meant) for sort in named) and all(
        not sort.sorts or not meant or set(sort.sorts) & set(meant) for sort in named
    )


def _names(about: About, said: frozenset[str], sentence: StoredSentence, register: Register, matcher: Matcher) -> bool:
    if about.terms and all(map(register.is_own, about.terms)):
        return True
    if about.things and about.things & register.names.things(sentence.text):
        return True
    return bool(about.terms) and all(matcher.worth(term, said) for term in about.terms)


def _titled(said: frozenset[str], single: Single) -> bool:
    """Whether a word of a title of the event is said, besides that of its sort; where it has no title, any that is asked for."""
    topics = [{stem for stem in stems(title) if stem not in sorts()} for title in single.titles]
    topics = [topic for topic in topics if topic]
    if not topics:
        return bool(single.query.abouts)
    return any(said & {stem, *same_concept(stem)} for topic in topics for stem in topic)


def _with_partner(text: str, said: frozenset[str], single: Single, register: Register) -> bool:
    """Whether a text names a partner of the agreement: the house has many."""
    named = register.names.things(text)
    return any(
        not all(map(register.is_own, stems(party)))
        and (not register.names.things(party).isdisjoint(named) or set(stems(party)) <= said)
        for party in single.parties
    )


def _numbered_alike(text: str, single: Single) -> bool:
    """Whether a text has the ordinals of the thing: the second workshop is not the first one."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} ; {text[found.end :]}"
    asked = ranks(single.query.asked) | frozenset(rank for title in single.titles for rank in ranks(title))
    return ranks(text) <= asked


def _elsewhere(text: str, said: frozenset[str], single: Single, register: Register) -> bool:
    """Whether a text names places where events took place, and none of them that of the event."""
    venue = single.record.field("venue") if single.record else ""
    named = {stem for stem in said if stem in register.proper.places and not same_concept(stem)}
    if not venue or not named:
        return False
    there = {*stems(venue), *(stem for title in single.titles for stem in stems(title))}
    return named.isdisjoint(there) and set(sounds(venue)).isdisjoint(sounds(text))
