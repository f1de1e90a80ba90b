"""The gate notices what was broken on purpose, names the cases, and lets unchanged code pass."""

import re
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

import assistant.finishing
import assistant.judging
import ingest.run
import ingest.split
import ingest.told
from assistant import Statement
from assistant.evaluation.gate import judged, verdict
from assistant.evaluation.run import asking, run_set
from assistant.evaluation.sets import read_sets, write_set
from assistant.evaluation.store import RunStore, read_run
from tests.quality.archives import SETS, assistant_of, checked_set, ingest_into, shared_index
from ui.command import app
from vectorstore import Snapshot

pytestmark = pytest.mark.model

EVERY = 6
"""Of this many answerable questions of the samples one is asked, so that every kind is; and all that have no answer."""


@dataclass(frozen=True)
class Planted:
    """Some questions of the samples, an index and the baseline of the code as it is."""

    questions: Path
    index: Path
    baseline: Path


@pytest.fixture(scope="module")
def blessed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("planted")
    made = Planted(*(folder / name for name in ("questions.jsonl", "index", "baseline.jsonl")))
    cases = read_sets([SETS["samples"][1]]).cases
    answerable = [case for case in cases if case.answerable]
    write_set(made.questions, [*answerable[::EVERY], *(case for case in cases if not case.answerable)])
    shutil.copytree(shared_index("samples", tmp_path_factory), made.index)
    assert evaluate(made, "--bless").exit_code == 0
    return made


def evaluate(planted, *more):
    places = ("--index", str(planted.index), "--baseline", str(planted.baseline))
    return CliRunner().invoke(app, ["evaluate", str(planted.questions), *places, *more])


def named(found):
    """The ids that the command says got worse."""
    return re.findall(r"^REGRESSION: (q\d+) got worse: ", found.stdout, re.MULTILINE)


def test_unchanged_code_passes(blessed):
    found = evaluate(blessed)

    assert (found.exit_code, named(found)) == (0, [])
    assert "0 better, 0 worse, 0 new, 0 missing" in found.stdout
    assert "DIFFERENT" not in found.stderr


def test_full_text_switched_off_is_a_regression(blessed, monkeypatch):
    monkeypatch.setattr(Snapshot, "full_text", lambda self, terms, k, documents=None: [])
    monkeypatch.setattr(Snapshot, "holding", lambda self, terms, documents=None: frozenset())

    found = evaluate(blessed)

    assert found.exit_code == 1
    assert named(found)


def test_answers_without_enough_evidence_are_a_regression(blessed, monkeypatch):
    monkeypatch.setattr(assistant.judging, "margin", lambda *evidence: 1.0)

    found = evaluate(blessed)

    assert found.exit_code == 1
    assert len(named(found)) >= 5


@pytest.mark.parametrize("characters", [80, 150])
def test_chunks_of_another_size_are_a_regression_and_said_loudly(blessed, monkeypatch, tmp_path, characters):
    for module in (ingest.split, ingest.run):
        monkeypatch.setattr(module, "CHUNK_CHARACTERS", characters)
    monkeypatch.setattr(ingest.told, "chunks_from_json", lambda _, d: ingest.split.split(d.path, d.text, d.blocks))
    shutil.copytree(blessed.index, tmp_path / "index")
    ingest_into(tmp_path / "index", SETS["samples"][0])

    found = evaluate(replace(blessed, index=tmp_path / "index"))

    assert found.exit_code == 1
    assert named(found)
    assert "DIFFERENT FINGERPRINTS" in found.stderr
    assert "DIFFERENT SNAPSHOTS" in found.stderr


def told_from_passages(baseline):
    """The cases whose answers are sentences of passages: only they are numbered and go through the last check."""
    results = read_run(baseline).results
    return [r for r in results if (r.answer.outcome, r.answer.route) == ("answered", "passages")]


def careless(numbered):
    """Numbers a draft, and adds a statement that its citation does not hold."""

    def number(*draft):
        statements, citations = numbered(*draft)
        return (*statements, Statement("The contribution is 4,711 euros a year.", (1,))), citations

    return number


def test_a_statement_its_source_does_not_hold_is_dropped_by_the_last_check(blessed, monkeypatch):
    monkeypatch.setattr(assistant.finishing, "number", careless(assistant.finishing.number))

    found = evaluate(blessed)

    assert (found.exit_code, named(found)) == (0, [])


def test_without_the_last_check_it_is_a_regression(blessed, monkeypatch):
    monkeypatch.setattr(assistant.finishing, "number", careless(assistant.finishing.number))
    monkeypatch.setattr(
        assistant.finishing, "bound", lambda statements, citations, text: (tuple(statements), tuple(citations))
    )

    found = evaluate(blessed)

    assert found.exit_code == 1
    told = told_from_passages(blessed.baseline)
    assert set(named(found)) <= {result.case.id for result in told}
    assert set(named(found)) >= {result.case.id for result in told if result.answer.table is None}
    assert "grounded: not in the words cited: “The contribution is 4,711 euros a year.”" in found.stdout


def test_twenty_runs_of_unchanged_code_pass(tmp_path, tmp_path_factory):
    with assistant_of(shared_index("second", tmp_path_factory)) as asked:
        cases = [*{case.kind: case for case in checked_set("second", asked).cases}.values()]
        store = RunStore(tmp_path)

        def again():
            return run_set("second", cases, asked, store, now=datetime.now(UTC))

        baseline = replace(again(), id="baseline")
        runs = [again() for _ in range(20)]
        said = [list(verdict(judged(baseline, run, asking(asked, run.snapshot)), run)) for run in runs]

    assert said == [[]] * 20
    assert len(store.finished("second")) == 21
