"""What was only announced is not told as held."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "bulletin-7.md": "# Quarterly Bulletin of the Orchard Council\n\nDate: 12 January 2024\n\n## In preparation\n\n"
    "- The workshop on grafting of walnut trees will be held in Selvara on 3 May 2024.\n"
    "- The webinar on frost alerts is scheduled for 14 November 2023.\n",
    "minutes-spring.txt": "Minutes of the Spring Meeting\nDate: 8 March 2024\nVenue: Town Hall, Selvara\nChair: Ms. Oda FINN\n\n"
    "The workshop on soil moisture was held in Orvel from 19 to 21 February 2024.\n",
    "avis.txt": "Annonce : formation sur la conservation des figues\nDate : 10-12 septembre 2024\nLieu : Belmarie\n\n"
    "Le Conseil des vergers invite ses membres à s'inscrire avant le 1er août 2024.\n",
    "rapport.txt": "Rapport de la formation sur le miel\nDate : 4-6 juin 2024\nLieu : Belmarie\n\n"
    "La formation a réuni 17 participants de 5 pays.\n",
    "ilan.txt": "إعلان: دورة تدريبية حول مكافحة سوسة النخيل\nالتاريخ: 6-8 أكتوبر 2024\nالمكان: قاعة النخيل، دارين\n\n"
    "يدعو مجلس البساتين أعضاءه إلى التسجيل.\n",
    "taqrir.txt": "تقرير عن دورة تدريبية حول تقليم الزيتون\nالتاريخ: 2-4 أبريل 2024\nالمكان: مركز التدريب، دارين\n\n"
    "عُقدت الدورة بمشاركة 14 متدربًا.\n",
}
WEBINAR = "webinar on frost alerts"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("announced"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "held", "announced", "said"),
    [
        ("Which workshops did we hold in 2024?", "soil moisture", "grafting", "only announced"),
        ("how many workshops were held in 2024", "soil moisture", "grafting", "only announced"),
        ("workshops organised in 2024", "soil moisture", "grafting", "only announced"),
        ("Quelles formations avons-nous tenues en 2024 ?", "miel", "figues", "seulement annoncées"),
        ("Combien de formations ont eu lieu en 2024 ?", "miel", "figues", "seulement annoncées"),
        ("ما الدورات التي عقدناها في عام 2024؟", "الزيتون", "النخيل", "أُعلن عنه فقط"),
        ("كم دورة نظمت في 2024؟", "الزيتون", "النخيل", "أُعلن عنه فقط"),
    ],
)
def test_what_was_only_announced_is_not_counted_as_held_but_named_with_its_source(
    assistant, question, held, announced, said
):
    answer = assistant.ask(question)
    titles = [row.cells[0] for row in answer.table.rows]
    apart = answer.statements[1]
    quotes = {citation.number: citation.quote for citation in answer.citations}

    assert any(held in title for title in titles)
    assert not any(announced in title for title in titles)
    assert said in answer.text
    assert announced in apart.text
    assert any(announced in quotes[number] for number in apart.citations)


@pytest.mark.parametrize("question", ["list the workshops of 2024", "workshops in 2024"])
def test_a_list_that_asks_for_no_state_says_which_of_its_rows_were_only_announced(assistant, question):
    answer = assistant.ask(question)

    assert len(answer.table.rows) == 2
    assert "only announced" in answer.text
    assert "grafting" in answer.statements[1].text


@pytest.mark.parametrize(
    "question",
    ["Which workshops will be held in 2024?", "workshops planned for 2024", "which workshops were scheduled in 2024"],
)
def test_what_was_planned_for_a_time_that_is_over_is_listed_with_its_state(assistant, question):
    answer = assistant.ask(question)

    assert {row.cells[3] for row in answer.table.rows} == {"held", "planned"}


def test_where_all_were_only_announced_none_is_said_to_be_held(assistant):
    answer = assistant.ask("Which webinars did we hold in 2023?")

    assert answer.outcome == "not_covered"
    assert "only announced" in answer.text
    assert WEBINAR in answer.text


def test_as_of_a_day_before_it_an_event_is_still_to_come(assistant):
    answer = assistant.ask("upcoming workshops", as_of=date(2024, 4, 1))

    assert ["grafting" in row.cells[0] for row in answer.table.rows] == [True]
