"""A follow-up that was not understood, put to stand alone by a language model that may add nothing."""

import pytest

from assistant import Assistant, AssistantSettings, LanguageModel, ModelSettings, Turn
from assistant.wording import standalone
from ingest import IngestSettings, run_ingest
from tests.fakes import HashEmbedder
from tests.model_service import model_service
from vectorstore import Index

HISTORY = (Turn("user", "Who led the pilot course in Azurra?"), Turn("assistant", "Dr. Samira BELL, on 22 April 2024."))


@pytest.fixture(scope="module")
def service():
    with model_service() as service:
        yield service


def put(service, reply, question="what did it cost?", model="good"):
    service.reply = reply
    return standalone(question, HISTORY, LanguageModel(ModelSettings(base_url=service.url, model=model, seconds=60)))


def test_a_question_in_words_of_the_conversation_is_taken(service):
    assert put(service, ' "What did the pilot course in Azurra cost?"\n') == "What did the pilot course in Azurra cost?"


@pytest.mark.parametrize(
    "reply",
    [
        "What did the pilot course in Benmara cost?",
        "What did the pilot course of 23 April 2024 cost?",
        "What did the 12 pilot courses cost?",
        "Qu'est-ce que le cours de pilotage a coûté à Azurra ?",
        "The pilot course in Azurra was cheap and everybody enjoyed the wonderful weather there.",
        "What did it cost? See http://evil.example",
        "What did it cost? " * 40,
        "…",
    ],
)
def test_what_adds_something_or_is_no_question_of_this_conversation_is_not(service, reply):
    assert put(service, reply) is None


def test_a_service_that_fails_changes_nothing(service):
    assert put(service, "x", model="broken") is None


def test_a_follow_up_that_was_refused_is_answered_where_it_can_be_asked_alone(service, tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "course.txt").write_text(
        "The pilot course in Azurra was led by Dr. Samira BELL.", encoding="utf-8"
    )
    index = Index(tmp_path / "index", HashEmbedder())
    run_ingest(tmp_path / "reports", index, HashEmbedder(), IngestSettings())
    settings = ModelSettings(base_url=service.url, model="good", seconds=60)
    assistant = Assistant(index, HashEmbedder(), AssistantSettings(strictness=0), model=LanguageModel(settings))
    service.reply = lambda request: (
        "Who led the pilot course in Azurra?" if "Last question" in request["messages"][1]["content"] else "Nonsense."
    )

    answers = list(assistant.answers("and Zorglub?", history=HISTORY[:1]))
    index.close()

    assert answers[0].outcome != "answered"
    assert (answers[-1].outcome, answers[-1].question) == ("answered", "Who led the pilot course in Azurra?")
    assert answers[-1].wording.failure == "unbacked"
