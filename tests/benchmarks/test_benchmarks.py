"""The benchmark commands run; what they print is for people, and never compared."""

from tests.benchmarks import ingest, questions
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
