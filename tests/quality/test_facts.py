"""The facts of hand-annotated documents are found, and little else is."""

import re

import pytest

from tests.quality.facts.annotated import ONLY, SETS, read_set
from tests.quality.facts.scoring import CHECKED, Judge, overall, score, table

FLOORS = {"samples": (0.97, 0.95), "other styles": (0.97, 0.93), "other hands": (0.97, 0.95)}
"""Least precision and recall over all kinds of facts but table rows."""
NOT_WORDS = {"what", "state", "act", "relation", "virtual", "role", "in"}
"""Fields that hold a name of ours, or words of another place."""


@pytest.fixture(scope="module", params=list(SETS))
def annotated(request):
    return request.param, read_set(request.param)


def test_facts_are_right_and_found(annotated):
    name, documents = annotated
    least_precision, least_recall = FLOORS[name]

    scores = score(documents, ONLY.get(name, tuple(CHECKED)))

    precision, recall = overall(scores)
    assert precision >= least_precision, table(name, scores)
    assert recall >= least_recall, table(name, scores)


def test_every_fact_quotes_its_document(annotated):
    for one in annotated[1]:
        for fact in one.found:
            assert fact.quote == one.document.text[fact.start : fact.end] != ""


def test_what_was_annotated_stands_in_the_document(annotated):
    for one in annotated[1]:
        text = squeezed(one.document.text)
        for said in one.said:
            for name, value in said.fields.items():
                if (
                    name in NOT_WORDS
                    or name.endswith(("_date", "_until"))
                    or (said.kind == "commitment" and name == "what")
                ):
                    continue
                assert all(squeezed(part) in text for part in value.split("; ")), (one.document.path, value)


def test_a_wrong_day_is_not_right_and_does_not_meet_what_was_said():
    judge = Judge([])
    said = {"what": "meeting", "start_date": "2024-05-29", "end_date": "2024-05-30"}
    found = {"what": "meeting", "start_date": "2024-05-29", "end_date": "2024-06-30"}

    assert judge.about("event", said, found)
    assert not judge.right("event", found, [said])
    assert not judge.covers("event", said, [found])


def test_a_role_that_nobody_wrote_down_is_not_right():
    judge = Judge([])
    said = {"name": "Ana Tabone", "role": "Head of Partnerships"}

    assert judge.right("person", {"name": "Ana Tabone", "role": "Head of Partnerships"}, [said])
    assert not judge.right("person", {"name": "Ana Tabone", "role": "Minister of Trade"}, [said])
    assert not judge.right("person", {"name": "Ana Tabone", "act": "signed"}, [said])


def squeezed(text):
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("\u00a0", " ")).casefold()
