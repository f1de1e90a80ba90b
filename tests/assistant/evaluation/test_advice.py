"""A language model's opinion of answers: shown as advice, never in the way of a run."""

import dataclasses

import pytest

from assistant import Assistant, AssistantSettings, LanguageModel, ModelSettings
from assistant.evaluation.advice import NAMES, advise
from assistant.evaluation.compare import compare
from assistant.evaluation.run import marks, rescored, run_set, stored_texts
from assistant.evaluation.store import RunStore, read_run, write_run
from tests.assistant.evaluation.conftest import CASES, NOW, answered, cited, refused
from tests.model_service import model_service
from ui.scorecard import scorecard_text

ANSWERED = answered("31 pilots", cited(1, "The course was held on 4 March 2024 with 31 pilots."))


def judge(service, model="good"):
    return LanguageModel(ModelSettings(base_url=service.url, model=model, seconds=60))


@pytest.mark.parametrize(
    ("said", "grade"), [("4", 1.0), (" 3\n", 0.75), ("0.", 0.0), ("Grade: 2", 0.5), ("**1/4**", 0.25)]
)
def test_a_grade_from_0_to_4_is_a_mark_from_0_to_1(said, grade):
    with model_service(said) as service:
        scores = advise(CASES[1], ANSWERED, judge(service))

    assert [(mark.name, mark.value, mark.advice) for mark in scores] == [(name, grade, True) for name in NAMES]


@pytest.mark.parametrize("said", ["5", "very good", "between 3 and 4", "4 because 31 is right", "-1"])
def test_what_is_no_grade_is_not_scored(said):
    with model_service(said) as service:
        scores = advise(CASES[1], ANSWERED, judge(service))

    assert [mark.value for mark in scores] == [None, None]
    assert all("not scored" in mark.reason and mark.advice for mark in scores)


def test_a_judge_that_fails_scores_nothing():
    with model_service() as service:
        scores = advise(CASES[1], ANSWERED, judge(service, "broken"))

    assert [(mark.value, "failed" in mark.reason) for mark in scores] == [(None, True), (None, True)]


def test_a_refusal_and_a_case_without_an_answer_are_not_graded():
    with model_service("4") as service:
        scores = [*advise(CASES[1], refused(), judge(service)), *advise(CASES[2], ANSWERED, judge(service))]
        asked = len(service.requests)

    assert [mark.value for mark in scores] == [None, None, None, 1.0]
    assert asked == 1


def graded(request):
    """Says what was found as it is, and grades everything with a 2."""
    material = request["messages"][1]["content"]
    if "Answer already found" not in material:
        return "2"
    return material.split("to be worded well: ")[1].split(". ")[0] + " [1]."


@pytest.fixture
def judged(assistant):
    """The assistant with a language model that words and grades."""
    with model_service(graded) as service:
        yield Assistant(assistant._index, assistant._embedder, AssistantSettings(strictness=0), model=judge(service))


def test_a_run_with_a_language_model_has_advice_that_never_gates(judged, assistant, tmp_path):
    store = RunStore(tmp_path)
    plain = run_set("questions", CASES, assistant, store, now=NOW)

    run = run_set("questions", CASES, judged, store, now=NOW)
    worse = dataclasses.replace(
        run,
        results=tuple(
            dataclasses.replace(
                r, scores=tuple(dataclasses.replace(m, value=0.0) if m.advice and m.value else m for m in r.scores)
            )
            for r in run.results
        ),
    )

    assert any(mark.advice and mark.value == 0.5 for result in run.results for mark in result.scores)
    assert "graded_faithfulness (advice)" in scorecard_text(run)
    assert "language model good" in run.fingerprint
    assert not compare(run, worse).regressed
    assert not set(NAMES) & set(compare(run, worse).difference)
    assert not any(mark.advice for result in plain.results for mark in result.scores)


def test_advice_is_kept_with_a_run_and_when_it_is_scored_again(judged, tmp_path):
    run = run_set("questions", CASES, judged, RunStore(tmp_path), now=NOW)
    write_run(tmp_path / "run.jsonl", run)

    again = rescored(read_run(tmp_path / "run.jsonl"), CASES, stored_texts(judged))

    assert [[m for m in r.scores if m.advice] for r in again.results] == [
        [m for m in r.scores if m.advice] for r in run.results
    ]
    assert [marks(r)["grounded"].value for r in again.results] == [marks(r)["grounded"].value for r in run.results]
