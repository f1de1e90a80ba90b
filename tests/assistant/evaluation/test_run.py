"""Runs: kept case by case, gone on with after a stop, marked anew without asking."""

import dataclasses
import json

import pytest

from assistant.evaluation import IndexMoved, RunError
from assistant.evaluation import run as running
from assistant.evaluation.run import asking, code_digest, marks, rescore_latest, rescored, run_set
from assistant.evaluation.store import RunStore, read_run, write_run
from tests.assistant.evaluation.conftest import CASES, NOW

OTHER_ANSWER = dataclasses.replace(CASES[0], answers=("Somebody Else",))
"""The first case, as one whose right answer is another."""


class Stop(KeyboardInterrupt):
    """The evaluator presses Ctrl-C."""


def stop_after(cases):
    def report(done, total, id):
        if done == cases:
            raise Stop

    return report


def ask_all(assistant, store, cases=CASES, **changed):
    asked = []
    found = run_set(
        "set", cases, assistant, store, now=NOW, report=lambda d, t, id: asked.append((d, t, id)), **changed
    )
    assert asked == [(number, len(cases), case.id) for number, case in enumerate(cases, 1)]
    return found


def asked_questions(assistant, monkeypatch):
    seen = []
    ask = assistant.ask
    monkeypatch.setattr(assistant, "ask", lambda question, **more: seen.append(more["id"]) or ask(question, **more))
    return seen


def test_a_run_holds_answers_scores_and_where_they_come_from(assistant, tmp_path):
    found = ask_all(assistant, RunStore(tmp_path))

    manifest = assistant.manifest()
    assert (found.snapshot, found.content) == (manifest.id, manifest.digest)
    assert found.fingerprint == f"{manifest.fingerprint} · passages 12, strictness 1.0"
    assert found.started == "2026-03-04T10:15:00Z"
    assert [result.answer.id for result in found.results] == ["c1", "c2", "c3"]
    assert found.results[0].retrieved[0] == "minutes.txt"
    assert marks(found.results[0])["quotes"].value == 1


def test_a_run_is_read_back_as_it_was(assistant, tmp_path):
    found = ask_all(assistant, RunStore(tmp_path))
    write_run(tmp_path / "baseline.jsonl", found)

    assert RunStore(tmp_path).finished("set") == (found,)
    assert read_run(tmp_path / "baseline.jsonl") == found


def test_where_nothing_can_be_kept_the_questions_are_asked_all_the_same_and_that_is_said(assistant, tmp_path):
    (tmp_path / "runs").write_text("a file where the folder would be")
    said = []
    store = RunStore(tmp_path / "runs", warn=said.append)

    found = ask_all(assistant, store)

    assert [result.case.id for result in found.results] == ["c1", "c2", "c3"]
    assert store.finished("set") == ()
    assert len(said) == 1
    assert f"{tmp_path}/runs/set: the run is not kept" in said[0]


def test_a_run_that_was_stopped_goes_on_where_it_was(assistant, tmp_path, monkeypatch):
    store = RunStore(tmp_path)
    with pytest.raises(Stop):
        run_set("set", CASES, assistant, store, now=NOW, report=stop_after(2))
    assert store.finished("set") == ()
    seen = asked_questions(assistant, monkeypatch)

    found = ask_all(assistant, store)

    assert seen == ["c3"]
    assert [result.case for result in found.results] == list(CASES)
    assert store.finished("set") == (found,)


def test_a_line_that_was_cut_short_is_asked_again(assistant, tmp_path, monkeypatch):
    store = RunStore(tmp_path)
    with pytest.raises(Stop):
        run_set("set", CASES, assistant, store, now=NOW, report=stop_after(2))
    path = next((tmp_path / "set").glob("*.jsonl"))
    path.write_bytes(path.read_bytes()[:-40])
    seen = asked_questions(assistant, monkeypatch)

    found = ask_all(assistant, store)

    assert seen == ["c2", "c3"]
    assert read_run(path) == found


def test_an_edited_question_is_asked_again_and_an_edited_answer_only_marked_again(assistant, tmp_path, monkeypatch):
    store = RunStore(tmp_path)
    with pytest.raises(Stop):
        run_set("set", CASES, assistant, store, now=NOW, report=stop_after(2))
    edited = (
        OTHER_ANSWER,
        dataclasses.replace(CASES[1], question="How many pilots?"),
        CASES[2],
    )
    seen = asked_questions(assistant, monkeypatch)

    found = ask_all(assistant, store, edited)

    assert seen == ["c2", "c3"]
    assert marks(found.results[0])["correct"].value == 0


@pytest.mark.parametrize("what", ["code", "settings", "set"])
def test_a_run_of_other_code_settings_or_questions_is_begun_anew(assistant, tmp_path, monkeypatch, what):
    store = RunStore(tmp_path)
    with pytest.raises(Stop):
        run_set("other" if what == "set" else "set", CASES, assistant, store, now=NOW, report=stop_after(2))
    if what == "code":
        monkeypatch.setattr(running, "code_digest", lambda: "changed")
    if what == "settings":
        monkeypatch.setattr(assistant, "_settings", assistant.settings.model_copy(update={"passages": 5}))
    seen = asked_questions(assistant, monkeypatch)

    ask_all(assistant, store)

    assert seen == ["c1", "c2", "c3"]


def test_a_finished_run_is_not_gone_on_with_and_of_two_of_one_second_the_later_is_the_newest(assistant, tmp_path):
    store = RunStore(tmp_path)

    runs = [ask_all(assistant, store), ask_all(assistant, store)]

    assert [found.id for found in store.finished("set")] == [found.id for found in runs]
    assert len({found.id for found in runs}) == 2


def test_two_runs_at_once_do_not_share_a_file(assistant, tmp_path):
    store = RunStore(tmp_path)
    about = dataclasses.replace(ask_all(assistant, RunStore(tmp_path / "other")), results=())

    with store.journal(about, "x"), store.journal(dataclasses.replace(about, id="r2"), "x") as second:
        assert second.run.id == "r2"


def test_answers_are_marked_anew_without_asking(assistant, tmp_path, monkeypatch):
    store = RunStore(tmp_path)
    first = ask_all(assistant, store)
    seen = asked_questions(assistant, monkeypatch)

    found = rescore_latest("set", (OTHER_ANSWER, *CASES[1:]), assistant, store)

    assert seen == []
    assert [marks(run.results[0])["correct"].value for run in (first, found)] == [1, 0]
    assert found.results[1:] == first.results[1:]


def test_marking_anew_needs_an_answer_to_every_question(assistant, tmp_path):
    store = RunStore(tmp_path)
    with pytest.raises(RunError, match="There is no finished run of set to score again"):
        rescore_latest("set", CASES, assistant, store)
    ask_all(assistant, store)
    changed = (dataclasses.replace(CASES[0], question="Who?"), *CASES[1:])

    with pytest.raises(RunError, match="has no answer to c1; evaluate without --rescore"):
        rescore_latest("set", changed, assistant, store)


def test_quotes_of_another_snapshot_keep_the_mark_they_had(assistant, tmp_path):
    found = ask_all(assistant, RunStore(tmp_path))

    again = rescored(found, CASES, None)

    assert again == found


def test_an_index_that_moves_during_the_run_stops_it(assistant):
    with pytest.raises(IndexMoved, match=r"The index changed from 000000-x to .* while the questions were being asked"):
        asking(assistant, "000000-x")(CASES[0])


@pytest.mark.parametrize("text", ["", "{}\n", "no json\n", '{"run": {"id": "a"}}\n{"finished": []}\n', "[1]\n[2]\n"])
def test_what_is_no_run_is_refused(tmp_path, text):
    (tmp_path / "run.jsonl").write_text(text, encoding="utf-8")

    with pytest.raises(RunError, match=r"run\.jsonl is not a finished run of `sanad evaluate`"):
        read_run(tmp_path / "run.jsonl")


def test_a_run_that_is_missing_or_cannot_be_written_is_named(tmp_path, assistant):
    with pytest.raises(RunError, match=r"none\.jsonl cannot be read: No such file"):
        read_run(tmp_path / "none.jsonl")
    with pytest.raises(RunError, match="cannot be written"):
        write_run(tmp_path / "no" / "folder.jsonl", ask_all(assistant, RunStore(tmp_path)))


def test_each_case_is_a_line_that_other_programs_can_read(assistant, tmp_path):
    ask_all(assistant, RunStore(tmp_path))

    lines = [json.loads(line) for line in next((tmp_path / "set").glob("*.jsonl")).read_text().splitlines()]

    assert lines[0]["run"]["set_name"] == "set"
    assert lines[0]["code"] == code_digest()
    assert [line["answer"]["id"] for line in lines[1:-1]] == ["c1", "c2", "c3"]
    assert lines[-1] == {"finished": ["c1", "c2", "c3"]}
