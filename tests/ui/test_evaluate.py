"""The `sanad evaluate` command: what it writes, and with what exit code it ends."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.evaluation import Case
from assistant.evaluation.sets import read_sets, write_set
from assistant.evaluation.store import RunStore, read_run
from ingest import IngestSettings, run_ingest
from ui.command import app
from ui.evaluate import RUNS
from vectorstore import Index, load_embedder

REPORTS = {
    "minutes.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\nVenue: Port Almina\nChair: Dr. Samira BELL\n\n"
    "The Board took note of the pilot course. The course will be held on 4 March 2024 in Azurra.\n",
    "notice.txt": "Notice: new date of the pilot course\nDate: 15 January 2024\n\n"
    "It will now be held on 22 April 2024 in Azurra, with 31 pilots from nine countries.\n",
}
CASES = [
    Case(
        "c1",
        "Where was the Harbour Board held?",
        answers=("Port Almina",),
        documents=("minutes.txt",),
        quote="Venue: Port Almina",
    ),
    Case("c2", "How many pilots take part in the pilot course?", answers=("31",), documents=("notice.txt",)),
    Case("c3", "What is the salary of the crane operators?", kind="unanswerable", answerable=False),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    root = tmp_path_factory.mktemp("evaluated")
    (root / "reports").mkdir()
    for name, text in REPORTS.items():
        (root / "reports" / name).write_text(text, encoding="utf-8")
    embedder = load_embedder()
    made = Index(root / "index", embedder)
    run_ingest(root / "reports", made, embedder, IngestSettings())
    made.close()
    return root / "index"


@pytest.fixture
def questions(tmp_path):
    write_set(tmp_path / "set.yaml", CASES)
    return tmp_path / "set.yaml"


def evaluate(*arguments):
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def test_a_mistake_in_a_set_is_said_before_anything_is_loaded(tmp_path):
    (tmp_path / "set.yaml").write_text("- id: a\n  question: Q\n  answer: B\n", encoding="utf-8")

    found = evaluate(tmp_path / "set.yaml", "--index", tmp_path / "none")

    assert (found.exit_code, found.stdout) == (2, "")
    assert 'set.yaml, line 3, field "answer": there is no such field; did you mean answers.' in found.stderr


def test_an_empty_set_is_refused(tmp_path):
    (tmp_path / "set.jsonl").write_text("", encoding="utf-8")

    found = evaluate(tmp_path / "set.jsonl")

    assert found.exit_code == 2
    assert "set.jsonl: the set is empty" in found.stderr


def test_blessing_needs_a_file_and_comparing_needs_a_baseline(questions, tmp_path):
    blessed = evaluate(questions, "--bless")
    compared = evaluate(questions, "--baseline", tmp_path / "none.jsonl")

    assert (blessed.exit_code, compared.exit_code) == (2, 2)
    assert "name its file with --baseline" in blessed.stderr
    assert "none.jsonl yet; make this run the first one with --bless" in compared.stderr


def test_a_table_becomes_a_set_that_people_edit(tmp_path):
    (tmp_path / "set.csv").write_text("id,question,answers\na,Who?,Bell || Dr. Bell\n", encoding="utf-8")

    found = evaluate(tmp_path / "set.csv", "--convert", tmp_path / "set.yaml")

    assert found.exit_code == 0
    assert read_sets([tmp_path / "set.yaml"]).cases == (Case("a", "Who?", answers=("Bell", "Dr. Bell")),)


@pytest.mark.model
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"documents": ("gone.txt",)}, 'field "documents": gone.txt is not in the index'),
        ({"documents": ("minutes.txt",), "quote": "Venue: Azurra"}, "“Venue: Azurra” does not stand in minutes.txt"),
    ],
)
def test_what_is_not_true_of_the_index_is_refused(index, tmp_path, wrong, said):
    write_set(tmp_path / "set.jsonl", [Case("c1", "Where?", answers=("Azurra",), **wrong)])

    found = evaluate(tmp_path / "set.jsonl", "--index", index)

    assert found.exit_code == 2
    assert said in found.stderr


@pytest.mark.model
def test_without_an_index_it_says_how_to_make_one(questions, tmp_path):
    found = evaluate(questions, "--index", tmp_path / "none")

    assert found.exit_code == 2
    assert "sanad ingest FOLDER" in found.stderr


@pytest.mark.model
def test_from_blessing_to_regression(index, questions, tmp_path):
    baseline, folder, junit = tmp_path / "baseline.jsonl", tmp_path / "report", tmp_path / "junit.xml"
    first = evaluate(questions, "--index", index, "--baseline", baseline, "--bless")
    same = evaluate(questions, "--index", index, "--baseline", baseline)
    write_set(questions, [*CASES[:2], Case("c4", "Who chaired the Harbour Board?", answers=("Samira Bell",))])

    fewer = evaluate(questions, "--index", index, "--baseline", baseline, "--report", folder, "--junit", junit)
    blessed = evaluate(questions, "--index", index, "--baseline", baseline, "--bless")

    assert [run.exit_code for run in (first, same, fewer, blessed)] == [0, 0, 1, 0]
    assert "REGRESSION: c3 is missing: not in this run: What is the salary" in fewer.stdout
    assert ET.parse(junit).getroot().get("failures") == "1"
    assert "c3" in (folder / "report.html").read_text(encoding="utf-8")
    assert "c3" in (folder / "report.md").read_text(encoding="utf-8")
    assert [result.case.id for result in read_run(baseline).results] == ["c1", "c2", "c4"]


@pytest.mark.model
def test_answers_are_marked_anew_without_asking(index, questions, tmp_path):
    evaluate(questions, "--index", index)
    kept = len(RunStore(index / RUNS).finished("set"))
    write_set(questions, [Case("c1", CASES[0].question, answers=("nowhere",)), *CASES[1:]])

    found = evaluate(questions, "--index", index, "--rescore")

    assert found.exit_code == 0
    assert "0.667" in next(line for line in found.stdout.splitlines() if line.startswith("  correct "))
    assert len(RunStore(index / RUNS).finished("set")) == kept


@pytest.mark.model
def test_ctrl_c_keeps_what_was_answered_and_a_terminal_sees_a_bar(index, tmp_path):
    cases = [
        Case(f"c{n}", f"Where was meeting {n} of the Harbour Board held?", answers=("Azurra",)) for n in range(400)
    ]
    write_set(tmp_path / "many.jsonl", cases)
    command = [sys.executable, "-m", "ui.command", "evaluate", str(tmp_path / "many.jsonl"), "--index", str(index)]
    terminal, other_end = pty.openpty()

    process = subprocess.Popen(command, stderr=other_end, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[2])
    os.close(other_end)
    shown = read_until(terminal, b"/400", seconds=90)
    process.send_signal(signal.SIGINT)
    shown += read_until(terminal, b"goes on from here", seconds=30)
    code = process.wait(30)
    os.close(terminal)

    kept = [json.loads(line) for line in next((index / RUNS / "many").glob("*.jsonl")).read_text().splitlines()]
    assert code == 130
    assert b"Asking" in shown
    assert b"Traceback" not in shown
    assert 1 < len(kept) < 400


def read_until(terminal, wanted, *, seconds):
    found, end = b"", time.monotonic() + seconds
    while wanted not in found and time.monotonic() < end:
        try:
            found += os.read(terminal, 4096)
        except OSError:
            break
    return found
