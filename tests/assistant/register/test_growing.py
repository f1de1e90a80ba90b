"""An archive twice as large makes at most about twice the work, counted in calls and not in seconds."""

import sys
from datetime import date, timedelta

import pytest

from assistant.reading.matching import Matcher
from assistant.register.answering import Basis, from_register
from assistant.register.keeping import decoded, encoded
from assistant.register.naming import read_names
from assistant.register.register import read_register
from assistant.understand import understand
from vectorstore import DocumentInfo, Fact

_REPORTS = 150
_AS_MUCH, _HARDLY_MORE = 2.5, 1.5
"""Calls in an archive of twice as many reports over those in one of as many, at most."""
_PARTS = ["ba", "de", "fi", "gu", "ko", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"]
_TOPICS = ("net repair", "flood warning", "soil mapping", "rural roads")


def name(number):
    parts = []
    for _ in range(4):
        number, part = divmod(number * 5 + 3, len(_PARTS))
        parts.append(_PARTS[part])
    return "".join(parts).capitalize() + "nr"[number % 2]


def report(number):
    """What one report tells: an event, an agreement, who is in office, a body, a figure and a promise."""
    day = (date(2015, 1, 1) + timedelta(days=number * 37 % 4000)).isoformat()
    body, other = f"{name(number)} Agency", f"{name(number + 7)} Institute"
    told = [
        ("event", {"what": "course", "title": f"Course on {_TOPICS[number % 4]}", "start_date": day, "state": "held"}),
        ("agreement", {"what": "memorandum", "parties": f"{body}; {other}", "signed_date": day, "state": "signed"}),
        (
            "person",
            {"name": f"{name(number + 3)} {name(number + 11).upper()}", "role": "Director", "organisation": body},
        ),
        ("organisation", {"name": body, "abbreviation": name(number)[:4].upper()}),
        ("figure", {"quantity": str(number), "unit": "nets", "counts": "nets"}),
        ("commitment", {"who": body, "what": f"send the guide on {_TOPICS[number % 4]}", "state": "open"}),
    ]
    return [Fact(kind, f"{number}.txt", None, 0, 1, "x", fields, "en") for kind, fields in told]


def archive(first, reports):
    facts = [fact for number in range(first, first + reports) for fact in report(number)]
    paths = sorted({fact.document for fact in facts})
    return facts, {path: DocumentInfo(path, "", "text", "en", f"Report {path}") for path in paths}


def register(facts, documents):
    return read_register(facts, documents, read_names(facts))


def calls(do):
    """How many functions are called, those of Python and those of C."""
    count = 0

    def note(frame, event, called):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def archives():
    register(*archive(5_000, 5))  # word lists are read once
    return archive(0, _REPORTS), archive(10_000, 2 * _REPORTS)


def test_a_register_of_twice_as_many_reports_takes_about_twice_the_calls(archives):
    once, twice = (calls(lambda made=made: register(*made)) for made in archives)

    assert twice <= _AS_MUCH * once


def test_a_kept_register_of_twice_as_many_reports_takes_about_twice_the_calls_to_read(archives):
    kept = [(encoded(register(*made), made[0]), *made) for made in archives]

    once, twice = (calls(lambda made=made: decoded(*made)) for made in kept)

    assert twice <= _AS_MUCH * once


@pytest.mark.parametrize(
    "question", ["Who is the director of the {body}?", "Who is {person}?", "Who replaced {person}?"]
)
def test_a_question_about_somebody_takes_hardly_more_calls_in_an_archive_twice_as_large(archives, question):
    once, twice = (asked(question, made) for made in archives)

    assert twice <= _HARDLY_MORE * once


def asked(question, made):
    facts, documents = made
    body, person = (next(f.fields for f in facts if f.kind == "person")[field] for field in ("organisation", "name"))
    understood = understand(question.format(body=body, person=person), (), None)
    ready = register(facts, documents)
    matcher = Matcher(understood, lambda term: 1.0, {}, {})
    basis = Basis(ready, matcher, documents, lambda path: None, date(2026, 1, 15))

    def ask():
        return from_register(understood, basis)

    ask()  # what is looked up is made ready by the first who asks
    return calls(ask)
