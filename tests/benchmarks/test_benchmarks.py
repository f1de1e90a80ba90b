"""The benchmark commands run; what they print is for people, and never compared."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from tests.benchmarks import engines, ingest, memory, questions
from tests.benchmarks.passages import Samples
from tests.benchmarks.reports import reports
from tests.fakes import HashEmbedder


def test_generated_archives_are_the_same_each_time():
    first, planted = reports(3)
    again, planted_again = reports(3)

    assert list(first) == list(again)
    assert planted == planted_again


def test_a_planted_fact_stands_in_its_report():
    made, planted = reports(60)
    texts = {report.name: " ".join(text for _, texts in report.sections for text in texts) for report in made}

    assert len(planted) == 50
    assert all(fact.sentence in texts[fact.name] and fact.answer in fact.sentence for fact in planted)


def test_questions_are_measured_beside_the_baseline(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("tests.benchmarks.questions.load_embedder", HashEmbedder)
    monkeypatch.setattr("sys.argv", ["questions", "--chunks", "20", "--keep", str(tmp_path)])

    questions.main()

    said = capsys.readouterr().out
    assert "answering: p50" in said
    assert "llama-index + Chroma, finding passages: p50" in said


def test_an_ingest_is_measured_beside_the_baseline(monkeypatch, capsys):
    monkeypatch.setattr("tests.benchmarks.ingest.load_embedder", HashEmbedder)
    monkeypatch.setattr("sys.argv", ["ingest", "--files", "7", "--paragraphs", "2"])

    ingest.main()

    said = capsys.readouterr().out
    assert "7 indexed" in said
    assert "again, 0 changed" in said
    assert "processor time of the baseline over ours" in said


def test_memory_that_grows_with_the_files_is_an_error(monkeypatch, capsys):
    monkeypatch.setattr(memory, "peak_of", lambda files, options: 100 + files)
    monkeypatch.setattr("sys.argv", ["memory"])

    with pytest.raises(SystemExit, match="a file more costs more than 30 KB of memory"):
        memory.main()

    assert "from 300 to 1000 files: 1000.0 KB a file" in capsys.readouterr().out


def test_the_memory_of_an_ingest_is_measured(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["memory", "--files", "3", "--paragraphs", "2"])

    memory.main()

    assert "3 files: " in capsys.readouterr().out


def test_engines_are_compared_with_the_first_and_those_not_installed_are_named(monkeypatch, capsys):
    texts = ("the harbour of Rosmar", "a course on nets", "minutes of the committee", "a letter", "a report")
    samples = Samples(texts, ("Where is the harbour?", "Which course?") * 2, (frozenset([0]), frozenset([1])) * 2)
    monkeypatch.setattr(engines, "sample_passages", lambda most: samples)
    monkeypatch.setattr(engines, "ENGINES", ways := {"first": _hashing, "again": _hashing, "none": lambda folder: None})
    monkeypatch.setattr(engines, "ProcessPoolExecutor", lambda count, mp_context: ThreadPoolExecutor(count))
    monkeypatch.setattr(engines, "_engine", lambda name: ways[name](""))
    monkeypatch.setattr("sys.argv", ["engines"])

    engines.main()

    said = capsys.readouterr().out
    assert said.count("1.0000, 1.0000 | 1.000 | 1.000") == 2
    assert "none | not installed" in said


def _hashing(folder):
    return HashEmbedder()


def test_the_place_of_the_first_passage_wanted_is_counted_from_one():
    assert engines.rank(np.array([0.1, 0.9, 0.5], dtype=np.float32), frozenset([0, 2])) == 2
