"""Who or what a description means, by the facts."""

import numpy as np
import pytest

from assistant.hopping import Hopper
from assistant.nearby import Nearby
from assistant.register.described import meant_by, post, successor
from assistant.register.naming import read_names
from assistant.register.register import read_register
from assistant.understand import understand
from tests.assistant.register.told import organisation, person
from vectorstore import DocumentInfo, Fact, StoredSentence


def agreement(document="a.txt", **fields):
    return Fact("agreement", document, None, 0, 1, "x", {"what": "memorandum", "state": "signed", **fields}, "en")


def told(quote, name, **fields):
    return Fact("person", "a.txt", None, 0, len(quote), quote, {"name": name, **fields}, "en")


def register(*facts):
    about = {path: info(path) for path in ("a.txt", "b.txt")}
    return read_register(facts, about, read_names(facts))


def info(path):
    return DocumentInfo(path, "", "txt", "en", path, "2024-01-01")


def never(*_):
    return -9.0


def nothing(*_):
    return None


OFFICES = (
    person("Samira BELL", role="Director", at_date="2022-01-01", state="current"),
    person("Leila HARROW", role="Director", at_date="2023-10-09", state="appointed", replaced="Samira BELL"),
)


@pytest.mark.parametrize(
    "asked",
    [
        "Who replaced Dr Bell as director?",
        "person who succeeded Samira Bell as director",
        "Qui a remplacé Mme Bell ?",
        "personne a succédé à Samira BELL",
        "من خلف السيدة Bell؟",
    ],
)
def test_a_successor_is_found_by_the_one_before(asked):
    assert successor(asked, register(*OFFICES)).name == "Leila HARROW"


@pytest.mark.parametrize("asked", ["Who did Dr Bell replace?", "Who replaced Dr Corin?", "Who replaced Leila Harrow?"])
def test_nobody_is_said_to_have_come_after_whom_no_fact_tells_of(asked):
    assert successor(asked, register(*OFFICES)) is None


def test_two_who_came_after_one_person_are_not_told_apart():
    other = person("Paul ANDREN", role="Secretary", at_date="2024-01-01", replaced="Samira BELL")

    assert successor("Who replaced Dr Bell?", register(*OFFICES, other)) is None


def test_the_post_of_somebody_is_the_latest_and_in_the_words_of_the_document():
    facts = (
        told("Ms HARROW, Head of Unit", "Leila HARROW", role="Head of Unit", at_date="2022-05-01", state="current"),
        told(
            "Ms HARROW is Secretary of the Lake Institute now",
            "Leila HARROW",
            role="Secretary",
            organisation="Lake Institute",
            at_date="2024-02-01",
            state="appointed",
        ),
    )

    assert post("Where does Leila Harrow work now?", register(*facts)).name == "Secretary of the Lake Institute"
    assert post("What was the post of Leila Harrow in 2022?", register(*facts)).name == "Head of Unit"
    assert post("What was the post of Leila Harrow in 2019?", register(*facts)) is None
    assert post("When did Leila Harrow arrive?", register(*facts)) is None


def test_whoever_left_last_holds_no_post():
    left = told("Ms HARROW left", "Leila HARROW", at_date="2025-01-31", until_date="2025-01-31", state="left")

    assert post("Where does Leila Harrow work now?", register(*OFFICES, left)) is None


def test_the_partner_of_an_agreement_is_found_by_its_last_day():
    facts = (
        organisation(name="Deep Sea Institute", abbreviation="DSI", relation="is"),
        agreement(parties="Deep Sea Institute", valid_until="2026-06-30"),
        agreement(parties="Coastal Safety Agency", valid_until="2027-01-31"),
    )

    assert meant_by("institute memorandum expires on 30 June 2026", register(*facts)).name == "Deep Sea Institute"
    assert meant_by("institute memorandum expires on 1 July 2026", register(*facts)) is None
    assert meant_by("institute opened on 30 June 2026", register(*facts)) is None


def test_a_partner_named_by_a_common_noun_is_named_in_full():
    facts = (
        organisation(name="Institut de la mer", abbreviation="IDM", relation="is"),
        agreement(parties="Institut", valid_until="2026-06-30"),
    )

    found = meant_by("institut le mémorandum expire le 30 juin 2026", register(*facts))

    assert found.name == "Institut de la mer"


def test_the_second_step_is_taken_from_the_facts_and_both_are_cited():
    took = told("Ms HARROW succeeds Dr BELL", "Leila HARROW", at_date="2023-10-09", replaced="Samira BELL")
    post = {"role": "Secretary", "organisation": "Harbour Board", "at_date": "2024-02-01", "state": "current"}
    serves = told("Ms HARROW, Secretary of the Harbour Board", "Leila HARROW", **post)
    facts = (person("Samira BELL", role="Director", at_date="2022-01-01", state="current"), took, serves)
    hopper = Hopper(
        lambda _: np.zeros(1),
        lambda *_: [],
        lambda *_: [],
        lambda *_: None,
        register(*facts),
        never,
        nothing,
        sentence_of,
        lambda _: None,
        Nearby(lambda _: np.zeros(1), lambda *_: [], lambda _: [], None),
        lambda part, _: part,
    )

    draft = hopper.through(understand("Where does the person who succeeded Dr Bell work now?", (), None), [])

    assert [said.text for said in draft.said] == ["Secretary of the Harbour Board", serves.quote, took.quote]


def test_a_description_that_no_fact_resolves_takes_no_step():
    hopper = Hopper(
        lambda _: np.zeros(1),
        lambda *_: [],
        lambda *_: [],
        lambda *_: None,
        register(*OFFICES),
        never,
        nothing,
        sentence_of,
        lambda _: None,
        Nearby(lambda _: np.zeros(1), lambda *_: [], lambda _: [], None),
        lambda part, _: part,
    )

    assert hopper.through(understand("Where does the person who succeeded Dr Corin work now?", (), None), []) is None


def sentence_of(fact):
    return (StoredSentence(0, fact.document, 0, fact.end, "paragraph", None, (), fact.quote, np.zeros(1)),)
