"""Other people whom a document names as those who signed the same agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.disagreement.same import is_of_the_same
from assistant.disagreement.told import Contrary
from assistant.places import overlap
from assistant.reading.matching import Matcher, searchable
from assistant.register.kinds import sorts
from assistant.register.likeness import stems
from assistant.register.people import same_name
from assistant.register.query import Query
from assistant.register.record import Record
from assistant.register.register import Register
from assistant.register.single import Single
from assistant.understand import Question
from assistant.values import Answer
from vectorstore import DocumentInfo, StoredSentence, find_dates, find_people, fold, stopwords

_SIGNED = re.compile(
    r"\b(?:signed|signs|signature|signator(?:y|ies))\b|\b(?:sign(?:e|ee|es|ees)|signataires?)\b|(?<!\w)و?(?:وقع(?:ت|ا|وا|ها|ه)?|توقيع\w*|الموقع\w*)(?!\w)"
)
_NOT_YET = re.compile(
    r"\b(?:to be|will be|not(?: yet)?|should be) signed\b|\b(?:sera|pas(?: encore)?|etre) signee?\b|(?<!\w)(?:سيوقع|ستوقع|لم يوقع|لم توقع)"
)
_WITNESSES = re.compile(
    r"\b(?:in the presence of|witnessed by|attended by|in front of)\b|\ben presence d|(?<!\w)(?:بحضور|بحضره)"
)
_FOR = re.compile(r"\b(?:for|on behalf of|pour|au nom d[eu])\b|(?<!\w)(?:عن|نيابه عن|باسم)(?!\w)")
_SIDE = 80
"""Characters beside a name that say for whom somebody signed."""
_DAY = 3
_MOST = 2


def other_signers(
    question: Question,
    answer: Answer,
    sentences: Sequence[StoredSentence],
    register: Register,
    matcher: Matcher,
    documents: Mapping[str, DocumentInfo],
) -> tuple[Single, tuple[Contrary, ...]] | None:
    """The answer as a value, and those whom other documents name; None where they agree or it is not asked who signed.

    Args:
        question: What is asked.
        answer: Names who signed, and cites the sentence that says so.
        sentences: What was found for the question, best first.
        register: Knows the agreements and their parties.
        matcher: Compares the terms of the question with text.
        documents: What is known of each document, by path.
    """
    asked = {stem for stem in question.terms if stem in sorts() and sorts()[stem].kind == "agreement"}
    if question.wants != "person" or not asked or not _SIGNED.search(fold(question.standalone)) or answer.table:
        return None
    own = next((one for one in sentences if answer.citations and overlap(one, answer.citations[0])), None)
    record = _agreement(own, register) if own else None
    if own is None or record is None or not _tells(own.text):
        return None
    query = Query("agreement", (), "signed", None, (), None, (), {}, asked=question.told)
    single = Single("holder", answer.statements[0].text, query, None, record.start or "", record=record)
    found: dict[str, Contrary] = {}
    for one in sentences:
        if one.document == own.document or not _tells(one.text) or not _of_that_day(one.text, record):
            continue
        if is_of_the_same(one, single, register, matcher) and _contradict(own.text, one.text, register):
            value = "; ".join(_people(one.text))
            place = (one.document, one.page, one.start, one.end, one.text)
            found.setdefault(value, Contrary(value, *place, documents[one.document]))
    return (single, tuple(found.values())[:_MOST]) if found else None


def _tells(text: str) -> bool:
    """Whether a sentence names people who signed."""
    folded = fold(text)
    return bool(_SIGNED.search(folded)) and not _NOT_YET.search(folded) and any(_people(text))


def _agreement(sentence: StoredSentence, register: Register) -> Record | None:
    """The one agreement that a sentence tells of, by what was read from it or else by its one partner."""
    known = register.of_kind("agreement")
    told = [one for one in known if any(overlap(fact, sentence) for fact in one.facts)]
    if not told:
        said = searchable(sentence)
        told = [one for one in known if any(set(stems(name)) <= said for name in _partners(one, register))]
    return told[0] if len(told) == 1 else None


def _partners(record: Record, register: Register) -> Iterator[str]:
    """The parties of an agreement but for the archive's own organisation."""
    said = (party for fact in record.facts for party in (fact.fields.get("parties") or "").split("; ") if party)
    return (party for party in said if not all(map(register.is_own, stems(party))))


def _of_that_day(text: str, record: Record) -> bool:
    """Whether the days in a sentence can be that of the agreement's signature."""
    days = [found.iso or "" for found in find_dates(text) if found.year and found.precision == _DAY]
    return not days or not record.start or any(day.startswith(record.start) for day in days)


def _contradict(one: str, other: str, register: Register) -> bool:
    """Whether two sentences name people who cannot all have signed: one names both sides and another person is named, or both one side."""
    mine, theirs = list(_people(one)), list(_people(other))
    fewer, more = sorted((mine, theirs), key=len)
    apart = [name for name in fewer if not any(same_name(_bare(name), _bare(known)) for known in more)]
    if not apart:
        return False
    return len(more) > 1 or bool(_side(one, register) & _side(other, register))


def _people(text: str) -> Iterator[str]:
    """Those who are named in a sentence but for who only was there."""
    there = _WITNESSES.search(fold(text))
    said = text[: there.start()] if there else text
    named = (person.name(said).strip(" ,،") for person in find_people(said))
    return (name for name in named if fold(name.split()[0]) not in stopwords())  # `The ABC` is nobody


def _bare(name: str) -> str:
    """A name without its form of address."""
    person = next(iter(find_people(name)), None)
    return name[person.bare : person.end].strip(" ,،") if person else name


def _side(text: str, register: Register) -> frozenset[str]:
    """For whom somebody signed, by the words behind "for"."""
    folded = fold(text)
    said = (folded[match.end() : match.end() + _SIDE] for match in _FOR.finditer(folded))
    return frozenset().union(*map(register.names.things, said))
