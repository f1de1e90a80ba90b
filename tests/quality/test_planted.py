"""The gate notices what was broken on purpose, names the cases, and lets unchanged code pass."""

import dataclasses
import re
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

import assistant.engine
import ingest.run
import ingest.split
import ingest.told
from assistant import Statement
from assistant.evaluation.gate import judged, verdict
from assistant.evaluation.run import asking, run_set
from assistant.evaluation.store import RunStore, read_run
from tests.quality.archives import SETS, assistant_over, checked_set
from ui.command import app
from vectorstore import Snapshot

pytestmark = pytest.mark.model

QUESTIONS = str(SETS["samples"][1])


@pytest.fixture(scope="module")
def blessed(tmp_path_factory):
    """The folder of an index of the samples, and the baseline of the code as it is."""
    folder = tmp_path_factory.mktemp("planted")
    with assistant_over("samples", folder / "index"):
        pass
    found = evaluate(folder / "index", folder / "baseline.jsonl", "--bless")
    assert found.exit_code == 0
    return folder / "index", folder / "baseline.jsonl"


def evaluate(index, baseline, *more):
    return CliRunner().invoke(app, ["evaluate", QUESTIONS, "--index", str(index), "--baseline", str(baseline), *more])


def named(found):
    """The ids that the command says got worse."""
    return re.findall(r"^REGRESSION: (q\d+) got worse: ", found.stdout, re.MULTILINE)


def test_unchanged_code_passes(blessed):
    found = evaluate(*blessed)

    assert (found.exit_code, named(found)) == (0, [])
    assert "0 better, 0 worse, 0 new, 0 missing" in found.stdout
    assert "DIFFERENT" not in found.stderr


def test_full_text_switched_off_is_a_regression(blessed, monkeypatch):
    monkeypatch.setattr(Snapshot, "full_text", lambda self, terms, k, documents=None: [])

    found = evaluate(*blessed)

    assert found.exit_code == 1
    assert named(found)


def test_answers_without_enough_evidence_are_a_regression(blessed, monkeypatch):
    monkeypatch.setattr(assistant.engine, "margin", lambda *evidence: 1.0)

    found = evaluate(*blessed)

    assert found.exit_code == 1
    assert len(named(found)) >= 5


@pytest.mark.parametrize("characters", [150, 300])
def test_chunks_of_another_size_are_a_regression_and_said_loudly(blessed, monkeypatch, tmp_path, characters):
    for module in (ingest.split, ingest.run):
        monkeypatch.setattr(module, "CHUNK_CHARACTERS", characters)
    monkeypatch.setattr(ingest.told, "chunks_from_json", lambda _, d: ingest.split.split(d.path, d.text, d.blocks))
    with assistant_over("samples", tmp_path / "index"):
        pass

    found = evaluate(tmp_path / "index", blessed[1])

    assert found.exit_code == 1
    assert named(found)
    assert "DIFFERENT FINGERPRINTS" in found.stderr
    assert "DIFFERENT SNAPSHOTS" in found.stderr


def told_from_passages(baseline):
    """The ids of the cases whose answers are sentences of passages: only they are numbered and go through the last check."""
    results = read_run(baseline).results
    return [r.case.id for r in results if (r.answer.outcome, r.answer.route) == ("answered", "passages")]


def careless(numbered):
    """Numbers a draft, and adds a statement that its citation does not hold."""

    def number(*draft):
        statements, citations = numbered(*draft)
        return (*statements, Statement("The contribution is 4,711 euros a year.", (1,))), citations

    return number


def test_a_statement_its_source_does_not_hold_is_dropped_by_the_last_check(blessed, monkeypatch):
    monkeypatch.setattr(assistant.engine, "number", careless(assistant.engine.number))

    found = evaluate(*blessed)

    assert (found.exit_code, named(found)) == (0, [])


def test_without_the_last_check_it_is_a_regression(blessed, monkeypatch):
    monkeypatch.setattr(assistant.engine, "number", careless(assistant.engine.number))
    monkeypatch.setattr(
        assistant.engine, "bound", lambda statements, citations, text: (tuple(statements), tuple(citations))
    )

    found = evaluate(*blessed)

    assert found.exit_code == 1
    assert named(found) == told_from_passages(blessed[1])
    assert "grounded: not in the words cited: “The contribution is 4,711 euros a year.”" in found.stdout


def test_twenty_runs_of_unchanged_code_pass(tmp_path):
    with assistant_over("second", tmp_path / "index") as asked:
        cases = checked_set("second", asked).cases[::4]
        store = RunStore(tmp_path / "runs")

        def again():
            return run_set("second", cases, asked, store, now=datetime.now(UTC))

        baseline = dataclasses.replace(again(), id="baseline")
        runs = [again() for _ in range(20)]
        said = [list(verdict(judged(baseline, run, asking(asked, run.snapshot)), run)) for run in runs]

    assert said == [[]] * 20
    assert len(store.finished("second")) == 21
