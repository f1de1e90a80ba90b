"""What counts as a regression, and what is noise."""

import dataclasses
import random
import xml.etree.ElementTree as ET

import pytest

from assistant import Citation
from assistant.evaluation import Case
from assistant.evaluation.bootstrap import interval
from assistant.evaluation.compare import compare
from assistant.evaluation.gate import REPEATS, judged, verdict
from assistant.evaluation.junit import junit_xml
from tests.assistant.evaluation.conftest import answered, cited, refused, result, run

CASES = [
    Case(
        f"c{n}",
        f"Question {n}?",
        "en" if n % 2 else "fr",
        "list" if n % 3 else "factoid",
        answers=("Azurra",),
        documents=("a.txt",),
    )
    for n in range(40)
]
RIGHT = answered("Azurra", cited(1, "met in Azurra"))
WRONG = answered("Board", cited(1, "Harbour Board"))


def asked(wrong=(), cases=CASES, **changed):
    return run(*(result(case, WRONG if case.id in wrong else RIGHT) for case in cases), **changed)


def states(comparison, state):
    return [change.case_id for change in comparison.changes if change.state == state]


def test_a_run_beside_itself_is_the_same_and_passes():
    comparison = compare(asked({"c1"}), asked({"c1"}, id="r2"))

    assert states(comparison, "same") == [case.id for case in CASES]
    assert not comparison.regressed
    assert comparison.warnings == comparison.fallen == ()
    assert all(found.mean == found.low == found.high == 0 for found in comparison.difference.values())


def test_one_case_that_turned_wrong_is_named_even_if_others_got_better():
    comparison = compare(asked({"c1", "c2", "c3"}), asked({"c7"}))

    assert (states(comparison, "worse"), states(comparison, "better")) == (["c7"], ["c1", "c2", "c3"])
    assert comparison.regressed
    assert list(verdict(comparison, asked())) == [
        "c7 got worse: Question 7? — not said: Azurra; before: “Azurra” is said."
    ]


def test_a_missing_case_is_a_regression_and_a_new_one_is_not():
    fewer, more = asked(cases=CASES[:-1]), asked({"c39"})

    assert states(compare(more, fewer), "missing") == ["c39"]
    assert compare(more, fewer).regressed
    assert list(verdict(compare(more, fewer), fewer)) == ["c39 is missing: not in this run: Question 39?."]
    assert states(compare(fewer, more), "new") == ["c39"]
    assert not compare(fewer, more).regressed


def test_a_case_that_was_edited_is_no_change_of_the_answer():
    stricter = [dataclasses.replace(case, answers=("Board",)) for case in CASES]
    reworded = [dataclasses.replace(case, question=case.question.upper()) for case in CASES]

    assert not compare(asked(), asked(cases=stricter)).regressed
    assert states(compare(asked(), asked({"c1"}, cases=reworded)), "new") == [case.id for case in CASES]


def test_a_case_that_is_right_when_asked_again_is_noise():
    before, after = asked(), asked({"c1", "c2"})
    fickle = iter([WRONG, RIGHT])

    comparison = judged(before, after, lambda case: result(case, next(fickle) if case.id == "c1" else WRONG))

    assert states(comparison, "worse") == ["c2"]
    noise = next(change for change in comparison.changes if change.case_id == "c1")
    assert (noise.state, noise.why) == ("same", "not said: Azurra, but right when asked again (repeat 2): noise")


def test_only_cases_that_turned_wrong_are_asked_again():
    again = []

    judged(asked({"c1"}), asked({"c1", "c2"}), lambda case: again.append(case.id) or result(case, WRONG))

    assert again == ["c2"] * REPEATS


def test_answers_that_flip_by_chance_pass():
    chance = random.Random(7)

    def fickle(case):
        steady = int(case.id[1:]) % 5
        return result(case, RIGHT if steady or chance.random() < 0.7 else WRONG)

    before = run(*map(fickle, CASES))
    compared = [judged(before, run(*map(fickle, CASES)), fickle) for _ in range(20)]

    assert [list(verdict(found, before)) for found in compared] == [[]] * 20
    assert any("noise" in change.why for found in compared for change in found.changes)


def test_a_mean_that_fell_beyond_noise_is_a_regression_without_any_case_turning_wrong():
    stranger = answered("Azurra", cited(1, "met in Azurra"), cited(2, "31 pilots", document="x.txt"))
    after = run(*(result(case, stranger if number % 2 else RIGHT) for number, case in enumerate(CASES)))

    comparison = compare(asked(), after)

    assert states(comparison, "worse") == []
    assert [sentence.split(" by ")[0] for sentence in comparison.fallen] == ["citation_precision fell"]
    assert comparison.regressed
    assert list(verdict(comparison, after)) == list(comparison.fallen)


def test_a_quote_that_is_no_longer_verbatim_is_a_regression_by_itself():
    shifted = answered("Azurra", Citation(1, "a.txt", "A", None, None, 0, 13, "met in Azurra"))
    after = run(*(result(case, shifted if case.id == "c5" else RIGHT) for case in CASES))

    comparison = compare(asked(), after)

    assert states(comparison, "worse") == ["c5"]
    assert next(iter(verdict(comparison, after))).endswith("quotes: not the stored words: a.txt at 0.")


def test_other_documents_or_settings_are_said_loudly():
    other = asked(snapshot="s2", content="d2", fingerprint="f2", set_name="others")

    said = compare(asked(), other).warnings

    assert [sentence.split(":")[0] for sentence in said] == [
        "Different sets",
        "DIFFERENT FINGERPRINTS",
        "DIFFERENT SNAPSHOTS",
    ]
    assert compare(asked(), asked(snapshot="s2")).warnings == ()


def test_kinds_and_languages_have_differences_of_their_own():
    comparison = compare(asked(), asked({case.id for case in CASES if case.language == "fr"}))

    assert {name: found.mean for name, found in comparison.by_language.items()} == {"en": 0, "fr": -1}
    assert set(comparison.by_kind) == {"factoid", "list"}
    assert comparison.difference["correct"].n == 40


def test_an_interval_holds_the_mean_is_repeatable_and_narrows_with_more_values():
    few, many = [1.0, 0.0] * 10, [1.0, 0.0] * 1000

    one, other = interval(few), interval(many)

    assert one == interval(few)
    assert one.low < one.mean == 0.5 < one.high
    assert other.high - other.low < (one.high - one.low) / 5
    assert interval(few, level=0.99).high > one.high
    assert interval([0.25]) == dataclasses.replace(one, mean=0.25, low=0.25, high=0.25, n=1)


def test_the_interval_covers_the_true_mean_as_often_as_it_says():
    chance = random.Random(1)
    samples = [[float(chance.random() < 0.7) for _ in range(140)] for _ in range(300)]

    covered = [found.low <= 0.7 <= found.high for found in map(interval, samples)]

    assert 0.90 <= sum(covered) / len(covered) <= 0.98


def suite(*given):
    return ET.fromstring(junit_xml(*given))


def test_junit_fails_what_the_gate_fails():
    before, after = asked({"c1"}), asked({"c1", "c2"}, cases=CASES[:-1])

    found = suite(after, compare(before, after))

    failed = [test.get("name") for test in found if test.find("failure") is not None]
    skipped = [test.find("skipped").get("message") for test in found if test.find("skipped") is not None]
    assert failed == ["c2 Question 2?", "c39"]
    assert skipped == ["wrong, as before: not said: Azurra"]
    assert (found.get("tests"), found.get("failures"), found.get("skipped")) == ("40", "2", "1")


def test_junit_without_a_baseline_fails_nothing_and_survives_any_text():
    strange = answered("\x00\x1b[31m<b>&\ud800 Board")

    found = suite(run(result(CASES[0], strange), result(CASES[1], refused())), None)

    assert found.get("failures") == "0"
    assert found.find("testcase/system-out").text == "[31m<b>& Board"


@pytest.mark.parametrize("wrong", [{"c1"}, set()])
def test_a_case_with_no_repeats_is_judged_by_what_is_stored(wrong):
    assert judged(asked(), asked(wrong)).regressed == bool(wrong)
