"""Countries that a sentence names one beside the other, listed and counted."""

import pytest

from assistant.understand import country_runs, is_country, understand
from tests.assistant.archive import assistant_of

FILES = {
    "2025/report oran.md": (
        "# Report on the course on mooring\n\nOran, 3 March 2025\n\n## Participants\n\n"
        "Of thirty places twenty-two were taken. They came from Mali, Cabo Verde, Côte d'Ivoire, Oman and Chad.\n\n"
        "## Costs\n\nThe course cost 9,000 dollars.\n"
    ),
    "2025/محضر بيرا.txt": (
        "محضر اجتماع نقاط الاتصال\n\nبيرا، 5 مايو 2025\n\nحضر الاجتماع ممثلو الأردن وتونس والعراق بصفة أعضاء، ولبنان بصفة مراقب.\n\nعُرض برنامج العام المقبل.\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("archive")) as made:
        yield made


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("venus du Mali, de Guinée-Bissau et de la Côte d’Ivoire", [["Mali", "Guinée-Bissau", "Côte d’Ivoire"]]),
        ("Maroc (préside), Togo (en ligne). Absent : Niger", [["Maroc", "Togo"], ["Niger"]]),
        ("ممثلو الأردن وتونس وعُمان بصفة أعضاء، وموريتانيا بصفة مراقب", [["الأردن", "تونس", "عُمان"], ["موريتانيا"]]),
        ("the Nigerian delegate", []),
    ],
)
def test_countries_side_by_side_are_one_run(text, named):
    assert [[text[start:end] for start, end in run] for run in country_runs(text)] == named


def test_a_country_is_known_by_any_of_its_names_and_without_accents():
    assert all(map(is_country, ["Senegal", "sénégal", "السنغال", "United Arab Emirates", "cote d'ivoire"]))
    assert not is_country("Dakar")


@pytest.mark.parametrize(
    "asked",
    [
        "Which countries did the participants of the Oran course come from?",
        "De quels pays venaient les participants du cours d'Oran ?",
        "من أي دول جاء المشاركون في دورة Oran؟",
    ],
)
def test_countries_in_a_sentence_are_listed(assistant, asked):
    answer = assistant.ask(asked)

    assert "Mali, Cabo Verde, Côte d'Ivoire, Oman and Chad" in answer.text


def test_countries_in_a_sentence_are_counted_without_those_beside_them(assistant):
    assert assistant.ask("How many countries came to the Oran course?").text.startswith("5 in all")
    assert assistant.ask("كم دولة عضو حضرت اجتماع نقاط الاتصال في بيرا؟").text.startswith("العدد 3")


@pytest.mark.parametrize(
    "asked", ["who came from cote d'ivoire?", "qui vient de la cote d'ivoire", "Who came from Côte d'Ivoire?"]
)
def test_a_country_is_one_name_with_or_without_capitals(asked):
    names = understand(asked).names

    assert [name.lower().replace("ô", "o") for name in names] == ["cote d'ivoire"]


def test_a_country_that_no_document_names_is_refused_by_its_whole_name(assistant):
    answer = assistant.ask("who is the focal point of burkina faso?")

    assert answer.reason == "unknown_name"
    assert "burkina faso" in answer.text
