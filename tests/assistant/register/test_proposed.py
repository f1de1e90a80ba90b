"""What a language model proposed says so wherever it is shown; what the rules read does not."""

from datetime import date

import pytest

from assistant import Assistant, AssistantSettings
from ingest import IngestSettings, run_ingest
from tests.fakes import HashEmbedder
from ui.export import csv_file
from vectorstore import Fact, Index

LETTER = (
    "Letter\n2 May 2024\n\nIn Lima we drilled for sharks on 8 March 2024. Ms. Ana LOPEZ looks after the nets of NFU.\n\n"
    "The paper of NFU with the Reef Bank of 2 May 2024 runs until 1 May 2030. The Reef Bank was the Coral Bank before.\n"
)
REPORT = "Report of the Net Course\nDate: 11-15 September 2023\nVenue: Lima\n\nThe net course was held. 22 people took part.\n"


class Model:
    """Proposes an exercise, a director, an agreement and a former name for the letter."""

    identity = "a model"

    def facts(self, document):
        if not document.text.startswith("Letter"):
            return ()
        drill = {
            "what": "exercise",
            "title": "drilled for sharks",
            "start_date": "2024-03-08",
            "venue": "Lima",
            "state": "held",
        }
        nets = {
            "name": "Ana LOPEZ",
            "role": "director",
            "organisation": "NFU",
            "at_date": "2024-05-02",
            "state": "current",
        }
        paper = {
            "what": "memorandum",
            "parties": "NFU; Reef Bank",
            "signed_date": "2024-05-02",
            "valid_until": "2030-05-01",
            "state": "signed",
        }
        renamed = {"name": "Reef Bank", "relation": "renamed", "other_name": "Coral Bank"}
        return (
            self._fact(
                document, "agreement", "The paper of NFU with the Reef Bank of 2 May 2024 runs until 1 May 2030.", paper
            ),
            self._fact(document, "organisation", "The Reef Bank was the Coral Bank before.", renamed),
            self._fact(document, "event", "In Lima we drilled for sharks on 8 March 2024.", drill),
            self._fact(document, "person", "Ms. Ana LOPEZ looks after the nets of NFU.", nets),
        )

    def _fact(self, document, kind, quote, fields):
        start = document.text.find(quote)
        return Fact(kind, document.path, None, start, start + len(quote), quote, {**fields, "proposed": "yes"}, "en")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("proposed")
    (folder / "reports").mkdir()
    for name, text in (("letter.txt", LETTER), ("report.txt", REPORT)):
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    embedder = HashEmbedder()
    index = Index(folder / "index", embedder)
    run_ingest(folder / "reports", index, embedder, IngestSettings(), proposer=Model())
    yield Assistant(index, embedder, AssistantSettings(), today=lambda: date(2025, 6, 15))
    index.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("list the activities in Lima", "proposed by a language model"),
        ("liste des activités à Lima", "proposé par un modèle de langue"),
        ("ما الأنشطة في Lima؟", "اقترحه نموذج لغوي"),
    ],
)
def test_a_row_that_a_language_model_proposed_says_so_and_the_others_do_not(assistant, question, said):
    rows = assistant.ask(question).table.rows

    assert [said in row.cells[0] for row in rows] == [False, True]


def test_an_office_that_a_language_model_proposed_says_so(assistant):
    answer = assistant.ask("who is the director of NFU?")

    assert answer.text.startswith("Proposed by a language model. Ana LOPEZ")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Was the exercise in Lima held in March 2024?", "Yes; proposed by a language model. "),
        ("L'exercice de Lima a-t-il eu lieu en mars 2024 ?", "Oui; proposé par un modèle de langue. "),
        ("Is the memorandum with the Reef Bank still in force?", "Yes; proposed by a language model. "),
        ("What was the former name of the Reef Bank?", "Proposed by a language model. Coral Bank"),
    ],
)
def test_a_yes_and_a_former_name_that_a_language_model_proposed_say_so(assistant, question, begins):
    answer = assistant.ask(question)

    assert answer.text.startswith(begins)


def test_a_yes_that_rules_read_does_not_say_so(assistant):
    answer = assistant.ask("Was the net course held in September 2023?")

    assert answer.text.startswith("Yes. ")


def test_the_register_and_its_files_say_what_a_language_model_proposed(assistant):
    events = assistant.register(language="en").table("event")
    told = csv_file(events, events.entries, "en").decode()

    assert [entry.cells[0].text.endswith("(proposed by a language model)") for entry in events.entries] == [False, True]
    assert told.count("proposed by a language model") == 1
