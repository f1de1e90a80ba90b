"""The probes over a small real index, with the packaged embedding model."""

import pytest

from assistant.evaluation.probes import probe, summarise
from assistant.evaluation.values import Case
from tests.assistant.archive import assistant_of
from vectorstore import load_embedder

pytestmark = pytest.mark.model

FILES = {
    "2023/board.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\nVenue: Port Almina\nChair: Dr. Samira BELL, Director General\n\n"
    "The Board took note of the dredging report of the Corvanian engineers.\n",
    "2024/course.txt": "Report of the pilot course\nDate: 22 April 2024\n\n"
    "The pilot course was held in Azurra with 31 pilots from nine countries. Captain Idris ORLAN led the pilot course.\n",
    "2024/rapport.txt": "Rapport de la formation des soudeurs\nDate : 3 mai 2024\nLieu : Deltane\n\n"
    "La formation des soudeurs a coûté 28 850 dollars. Le Forum mondial du travail (FMT) a payé les billets.\n",
}
CASES = (
    Case("led", "Who led the pilot course?", answers=("Idris ORLAN",), documents=("2024/course.txt",)),
    Case("chair", "Who chaired the Harbour Board in 2023?", answers=("Samira BELL",), documents=("2023/board.txt",)),
    Case(
        "cost",
        "Combien a coûté la formation des soudeurs ?",
        "fr",
        answers=("28 850",),
        documents=("2024/rapport.txt",),
    ),
    Case(
        "fmt",
        "Que veut dire FMT ?",
        "fr",
        "acronym",
        answers=("Forum mondial du travail",),
        documents=("2024/rapport.txt",),
    ),
    Case("email", "What is the e-mail address of the Harbour Board?", kind="unanswerable", answerable=False),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive"), embedder=load_embedder()) as assistant:
        yield assistant


@pytest.fixture(scope="module")
def results(assistant):
    return probe(CASES, assistant, [assistant.stored_document(known.path) for known in assistant.documents()])


def of(results, name, case=None):
    return [r for r in results if r.score.name == name and case in (None, r.case.id)]


def test_a_document_that_is_left_out_is_neither_cited_nor_shown(assistant):
    answer = assistant.ask("Who led the pilot course?", without=frozenset({"2024/course.txt"}))

    assert "2024/course.txt" not in {c.document for c in (*answer.citations, *answer.nearest)}
    assert "ORLAN" not in answer.text
    assert "ORLAN" in assistant.ask("Who led the pilot course?").text


def test_with_every_document_left_out_there_is_no_answer(assistant):
    answer = assistant.ask("Who led the pilot course?", without=frozenset(FILES))

    assert (answer.outcome, answer.citations, answer.nearest) == ("not_covered", (), ())


def test_the_probes_give_the_same_results_every_time(assistant, results):
    again = probe(CASES, assistant, [assistant.stored_document(known.path) for known in assistant.documents()])

    assert [(r.case.id, r.asked, r.score) for r in again] == [(r.case.id, r.asked, r.score) for r in results]


def test_every_mark_is_a_share_and_explains_itself(results):
    assert all(r.score.reason.endswith(".") for r in results)
    assert all(r.score.value is None or 0 <= r.score.value <= 1 for r in results)


def test_a_hidden_source_never_comes_back(results):
    assert {r.score.value for r in of(results, "source hidden: changes")} == {1.0, None}


def test_a_refused_question_has_no_source_to_hide(results):
    (mark,) = of(results, "source hidden: honest", "email")

    assert mark.score.value is None
    assert "no source to hide" in mark.score.reason


def test_one_line_for_each_probe_counts_what_it_skipped(results):
    lines = {line.probe: line for line in summarise(results)}

    assert list(lines)[:4] == ["slip", "haste", "frame", "wording"]
    whole = [line for line in lines.values() if line.probe.startswith(("source", "false"))]
    assert {(line.held.n if line.held else 0) + line.skipped for line in whole} == {len(CASES)}
    assert all(0 <= line.held.low <= line.held.mean <= line.held.high <= 1 for line in lines.values() if line.held)


class Stubborn:
    """Wraps the assistant and disregards what it is told to leave out, or what it is asked."""

    def __init__(self, assistant, question=None):
        self._assistant, self._question = assistant, question

    def ask(self, question, *, history=(), as_of=None, without=frozenset()):
        return self._assistant.ask(self._question or question, history=history, as_of=as_of)


def test_an_assistant_that_keeps_using_a_hidden_document_is_caught(assistant):
    results = probe(CASES[:1], Stubborn(assistant), [])

    (mark,) = of(results, "source hidden: changes")
    assert (mark.score.value, mark.score.reason) == (0.0, "It still shows 2024/course.txt, which was left out.")


def test_an_assistant_that_takes_a_false_premise_is_caught(assistant):
    documents = [assistant.stored_document(known.path) for known in assistant.documents()]

    results = probe(CASES[1:2], Stubborn(assistant, CASES[1].question), documents)

    (mark,) = of(results, "false year")
    assert mark.asked == "Who chaired the Harbour Board in 2022?"
    assert mark.score.value == 0.0
    assert "Took 2022 for 2023" in mark.score.reason
