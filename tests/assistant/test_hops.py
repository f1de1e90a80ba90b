"""Questions that need two answers."""

import pytest

from assistant import Assistant, AssistantSettings
from assistant.understand import inside, parts, pointed
from ingest import IngestSettings, run_ingest
from vectorstore import Index, load_embedder


def test_two_questions_in_one_breath_are_two():
    assert parts("Which firm evaluated the scheme, and when did its report arrive?") == (
        "Which firm evaluated the scheme",
        "when did its report arrive?",
    )
    assert parts("When and where was it?") == ("When and where was it?",)
    assert parts("Who are the director and the secretary?") == ("Who are the director and the secretary?",)


@pytest.mark.parametrize(
    ("asked", "outer", "inner", "person"),
    [
        ("Where does the person who succeeded Dr Bell as director work now?", "Where does work now", "succeeded", True),
        ("Qui dirige l'institut dont le mémorandum expire en 2026 ?", "Qui dirige", "institut", False),
        ("من تنسق البرنامج الذي طلب المجلس دراسته في 2024؟", "من تنسق", "برنامج", False),
    ],
)
def test_a_description_inside_a_question_is_its_own_search(asked, outer, inner, person):
    nested = inside(asked)

    assert nested is not None
    assert nested.outer == outer
    assert inner in nested.inner
    assert nested.person is person


def test_a_plain_question_has_nothing_inside():
    assert inside("When was the harbour course held?") is None


@pytest.mark.parametrize(
    ("asked", "thing", "asks"),
    [
        (
            "the pilot from Azurra - who was the other pilot and what was his job in 2022?",
            "the pilot from Azurra",
            ("who was the other pilot", "what was his job in 2022"),
        ),
        (
            "l'experte de l'INSD à Lomé : quelle est sa spécialité ?",
            "l'experte de l'INSD à Lomé",
            ("quelle est sa spécialité",),
        ),
        (
            "المدربة من المعهد في ورشة الربيع، ما منصبها في 2022؟",
            "المدربة من المعهد في ورشة الربيع",
            ("ما منصبها في 2022",),
        ),
    ],
)
def test_somebody_described_first_is_told_from_what_is_asked_of_them(asked, thing, asks):
    found = pointed(asked)

    assert found is not None
    assert (found.thing, found.asks) == (thing, asks)


@pytest.mark.parametrize(
    "asked", ["In 2024, who was its director?", "Who signed it, and when was that?", "Date: when was it?"]
)
def test_a_question_that_describes_nobody_first_points_at_nobody(asked):
    assert pointed(asked) is None


FILES = {
    "minutes.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\n\nMs. Leila HARROW succeeds Dr. Samira BELL as head of training.\n",
    "notice.txt": "Staff notice\nDate: 4 February 2026\n\nMs. Leila HARROW left on 31 January 2026. Ms. Leila HARROW now works in Azurra, at the Lake Institute.\n",
    "course.txt": "Report of the sailing course\nDate: 3 June 2024\n\nTrainers: Ms. Aino VIRTA, Harbour School, and Mr. Omar SELIM, Coast Guard.\n",
    "accord.txt": "Accord with the Coast Guard\nDate: 8 March 2023\n\nThe focal points are Ms. Leila HARROW and Mr. Omar SELIM, Inspector of Boats.\n",
    "report.txt": "Evaluation of the pilot scheme\nDate: 2 May 2024\n\nThe pilot scheme was evaluated by Hollis & Braam. The report of Hollis & Braam arrived on 15 August 2023.\n",
}


@pytest.mark.model
def test_what_is_described_is_found_first(tmp_path):
    for name, text in FILES.items():
        (tmp_path / "reports" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "reports" / name).write_text(text, encoding="utf-8")
    embedder = load_embedder()
    index = Index(tmp_path / "index", embedder)
    run_ingest(tmp_path / "reports", index, embedder, IngestSettings())
    assistant = Assistant(index, embedder, AssistantSettings())

    nested = assistant.ask("Where does the person who succeeded Dr Bell as head of training work now?")
    double = assistant.ask("Who evaluated the pilot scheme, and when did its report arrive?")
    other = assistant.ask(
        "the trainer from the Harbour School at the sailing course - who was the other trainer and what is his job in our accord?"
    )
    nobody = assistant.ask("the trainer from the Fire Brigade at the sailing course - who was the other trainer?")
    index.close()

    assert "Omar SELIM, Inspector of Boats" in other.text
    assert {"course.txt", "accord.txt"} <= {c.document for c in other.citations}
    assert "SELIM" not in nobody.statements[0].text if nobody.statements else nobody.outcome != "answered"
    assert "Azurra" in nested.text
    assert {c.document for c in nested.citations} == {"minutes.txt", "notice.txt"}
    assert "Hollis & Braam" in double.text
    assert "15 August 2023" in double.text
