"""The whole assistant over a small real index, with the packaged embedding model."""

from datetime import date

import pytest

from assistant import Assistant, AssistantError, AssistantSettings, NoIndexYet, QuestionTooLong, Turn
from ingest import IngestSettings, run_ingest
from tests.assistant.archive import assistant_of
from tests.fakes import HashEmbedder
from vectorstore import Index, load_embedder

pytestmark = pytest.mark.model

FILES = {
    "2023/minutes.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\nVenue: Port Almina\nChair: Dr. Samira BELL, Director General\n\n"
    "The Board took note of the pilot course. The course will be held on 4 March 2024 in Azurra.\n",
    "2024/notice.txt": "Notice: new date of the pilot course\nDate: 15 January 2024\n\n"
    "The pilot course has been moved from 4 March 2024. It will now be held on 22 April 2024 in Azurra, with 31 pilots from nine countries.\n",
    "2024/programmes.md": "# Programmes of the Harbour Union\n\n| Acronym | Full name | Since |\n|---|---|---|\n"
    "| SAFE-H | Safety in Harbours Programme | 2015 |\n| LEARN-H | Learning for Harbours Programme | 2018 |\n",
    "2024/rapport.txt": "Rapport de la formation des pilotes\nDate : 22-25 avril 2024\nLieu : Azurra\n\n"
    "Les participants venaient de quatre pays : Aldorie, Benmara, Corvanie et Dorvane. Le coût total est de 28 850 dollars.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive"), embedder=load_embedder()) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Who chaired the Harbour Board in October 2023?", "Dr. Samira BELL, Director General"),
        ("What does SAFE-H stand for?", "Safety in Harbours Programme"),
        ("Quel est le coût total de la formation ?", "28 850 dollars"),
        ("Where was the Harbour Board held?", "Port Almina"),
        ("How many pilots take part in the pilot course?", "31 pilots"),
    ],
)
def test_an_answer_leads_with_the_answer_itself(assistant, question, lead):
    answer = assistant.ask(question)

    assert answer.outcome == "answered"
    assert lead in answer.statements[0].text


def test_every_statement_is_cited_with_the_exact_words(assistant):
    answer = assistant.ask("When is the pilot course?")

    assert answer.statements
    assert all(statement.citations for statement in answer.statements)
    for citation in answer.citations:
        document = assistant.stored_document(citation.document)
        assert document.text[citation.start : citation.end] == citation.quote


def test_only_what_was_on_record_on_a_day_is_used(assistant):
    answer = assistant.ask("When is the pilot course?", as_of=date(2023, 12, 1))

    assert {citation.document for citation in answer.citations} == {"2023/minutes.txt"}
    assert answer.as_of == "2023-12-01"


def test_a_date_from_another_language_is_given_in_the_asker_s(assistant):
    answer = assistant.ask("Quand a lieu le cours de pilotage à Azurra, nouvelle date ?")

    assert "avril 2024" in answer.text


def test_a_list_is_given_whole(assistant):
    answer = assistant.ask("Quels pays étaient à la formation des pilotes ?")

    assert all(country in answer.text for country in ("Aldorie", "Benmara", "Corvanie", "Dorvane"))


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who represented ZORGLUB at the course?", "unknown_name"),
        ("What is the phone number of the Harbour Board?", "not_in_documents"),
        ("When is the meeting of 2041?", "outside_dates"),
        ("???", "unclear"),
    ],
)
def test_a_refusal_gives_its_reason(assistant, question, reason):
    answer = assistant.ask(question)

    assert answer.outcome != "answered"
    assert (answer.reason, answer.statements, answer.citations) == (reason, (), ())


def test_a_follow_up_leans_on_the_question_before(assistant):
    answer = assistant.ask(
        "and where?", history=[Turn("user", "When is the pilot course?"), Turn("assistant", "22 April 2024")]
    )

    assert "Azurra" in answer.text


def test_the_same_question_gives_the_same_answer(assistant):
    first, second = (assistant.ask("Who chaired the Harbour Board?").as_json() for _ in range(2))

    assert {**first, "seconds": 0} == {**second, "seconds": 0}


def test_a_question_longer_than_anybody_types_is_turned_away(assistant):
    with pytest.raises(QuestionTooLong, match="2000"):
        assistant.ask("why " * 3000)


def test_a_document_that_is_not_there_is_not_shown(assistant):
    with pytest.raises(AssistantError, match=r"nothing\.txt"):
        assistant.stored_document("nothing.txt")


def test_the_overview_counts_what_is_there(assistant):
    seen = assistant.overview()

    assert (seen.documents, seen.languages, seen.oldest, seen.newest) == (
        4,
        {"en": 3, "fr": 1},
        "2023-10-09",
        "2024-04-22",
    )


def test_questions_offered_to_begin_with_are_answered(assistant):
    offered = [question for language in ("en", "fr", "ar") for question in assistant.examples(language)]

    assert offered
    assert {assistant.ask(question).outcome for question in offered} == {"answered"}


def test_without_an_index_the_assistant_says_what_to_do(tmp_path):
    nobody = Assistant(Index(tmp_path / "index", HashEmbedder()), HashEmbedder(), AssistantSettings())

    with pytest.raises(NoIndexYet, match="sanad ingest"):
        nobody.ask("Who chaired it?")


def test_a_changed_document_is_shown_as_its_answer_saw_it_and_a_removed_one_not_at_all(tmp_path):
    folder, embedder = tmp_path / "reports", HashEmbedder()
    folder.mkdir()
    index = Index(tmp_path / "index", embedder)
    asker = Assistant(index, embedder, AssistantSettings())
    report, other = folder / "visit.txt", folder / "other.txt"
    other.write_text("The harbour library lends charts to pilots.", encoding="utf-8")
    report.write_text("The visit to Azurra takes place on 4 May 2024.", encoding="utf-8")
    run_ingest(folder, index, embedder, IngestSettings())
    before = asker.overview().snapshot
    report.write_text("The visit to Azurra takes place on 9 June 2024.", encoding="utf-8")
    run_ingest(folder, index, embedder, IngestSettings())

    assert "4 May" in asker.stored_document("visit.txt", before).text
    assert "9 June" in asker.stored_document("visit.txt").text

    report.unlink()
    run_ingest(folder, index, embedder, IngestSettings(), allow_removals=True)

    with pytest.raises(AssistantError, match=r"visit\.txt is no longer in the index"):
        asker.stored_document("visit.txt", before)
    index.close()
