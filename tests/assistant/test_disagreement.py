"""Where documents give another value than the register answers with, both are shown; what only looks alike is passed over."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "centre.txt": "About the Centre\nDate: 3 January 2022\n\nThe Orlan Training Centre (OTC) runs courses for its member states.\n",
    "fish-report.txt": "Rapport de l'atelier sur la pêche côtière\nDate : 4-6 mars 2024\nLieu : Sanora\n\n"
    "L'atelier sur la pêche côtière a réuni 25 participants à Sanora.\n",
    "fish-news.txt": "Bulletin du Centre\nDate : 15 avril 2024\n\nL'atelier sur la pêche côtière s'est tenu à Sanora du 5 au 7 mars 2024.\n",
    "salt-minutes.txt": "Minutes of the coordination meeting\nDate: 2 October 2023\n\nThe webinar on salt marshes was held on 19 September 2023.\n",
    "salt-letter.txt": "Letter to the Marsh Foundation\nDate: 25 October 2023\n\nWe thank you for the webinar on salt marshes of 21 September 2023.\n",
    "weather.txt": "محضر الاجتماع التنسيقي\nالتاريخ: 9 أكتوبر 2024\n\nعُقدت ندوة الأرصاد الجوية في 24 سبتمبر 2024 وحضرها 40 شخصا.\n",
    "weather-letter.txt": "كتاب شكر\nالتاريخ: 15 أكتوبر 2024\n\nنشكركم على استضافة ندوة الأرصاد الجوية في 26 سبتمبر 2024.\n",
    "forest-1.txt": "Staff notice\nDate: 2 September 2024\n\nMs. Dana KORVIN took office as Head of the Forestry Unit on 1 September 2024.\n",
    "forest-2.txt": "Minutes of the meeting with the Forest Agency\nDate: 20 November 2024\n\n"
    "The Centre was represented by Mr. Leo HASTEN, Head of the Forestry Unit, and by two experts.\n",
    "forest-3.txt": "Report of the forestry mission\nDate: 12 January 2025\n\nMs. Dana KORVIN, Head of the Forestry Unit, led the mission.\n",
    "lakes.txt": "Memorandum with the Lakes Authority\nDate: 14 March 2024\n\n"
    "The Orlan Training Centre (OTC) and the Lakes Authority (LA) signed a memorandum of understanding on 14 March 2024.\n",
    "partners.txt": "Note on partners\nDate: 9 September 2024\n\nThe memorandum of understanding with the Lakes Authority was signed on 18 March 2024.\n",
    "kelp.md": "# Activities of the KELP programme\nDate: 10 January 2024\n\nThe Kelp Farming Programme (KELP) is in its first year.\n\n"
    "## Activities held\n\n| Activity | Place | Dates | Programme |\n|---|---|---|---|\n"
    "| Course on kelp nurseries | Sanora | 6–10 March 2023 | KELP |\n| Course on kelp drying | Dalmar | 5–9 June 2023 | KELP |\n",
    "kelp-review.txt": "Review of KELP\nDate: 2 February 2024\n\nIn 2023 the KELP programme ran four courses. In 2024 it will run five courses.\n",
    "wool.txt": "Report of the workshop on wool\nDate: 26-28 May 2024\nVenue: Oster\n\nThe workshop on wool was held in Oster.\n",
    "wool-news.txt": "Bulletin\nDate : 1 juin 2024\n\nL'atelier sur la laine s'est tenu à Oster du 26 au 28 mai 2024.\n"
    "L'atelier sur le lin s'est tenu à Oster du 3 au 5 juin 2024.\n",
    "fences.txt": "Report on the course on fences\nDate: 17-21 June 2024\nVenue: Hask\n\nThe course on fences took place in Hask.\n",
    "plan.txt": "Plan of the year\nDate: 10 January 2024\n\nThe course on fences will be held from 20 to 24 May 2024 in Hask.\n"
    "Applications for the course on fences are received until 10 June 2024.\n",
    "library-1.txt": "Staff notice\nDate: 4 March 2025\n\nMs. Vera OSLIN took office as Head of the Library on 1 March 2025.\n",
    "library-2.txt": "Minutes\nDate: 6 May 2024\n\nMr. Jan PRIOR, Head of the Library, was present.\n",
    "library-3.txt": "Minutes\nDate: 6 May 2025\n\nOslin, Head of the Library, opened the meeting.\n",
    "peat.txt": "Memorandum\nDate: 10 May 2024\n\n"
    "The Orlan Training Centre (OTC) and the Peat Board (PB) signed a memorandum of understanding on 10 May 2024.\n",
    "peat-plan.txt": "Note\nDate: 12 March 2024\n\nThe memorandum of understanding with the Peat Board is to be signed on 3 April 2024.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("disagree"), date(2026, 11, 26)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "versions"),
    [
        ("Quand a eu lieu l'atelier sur la pêche côtière ?", ["4-6 mars 2024", "5-7 mars 2024"]),
        ("dates of the webinar on salt marshes?", ["21 September 2023", "19 September 2023"]),
        ("ما تاريخ ندوة الأرصاد الجوية؟", ["26 سبتمبر 2024", "24 سبتمبر 2024"]),
        ("Who is the Head of the Forestry Unit?", ["Ms. Dana KORVIN", "Mr. Leo HASTEN"]),
        ("When was the memorandum with the Lakes Authority signed?", ["18 March 2024", "14 March 2024"]),
        ("How many courses did the KELP programme run in 2023?", ["2 courses", "four courses"]),
    ],
)
def test_values_that_differ_are_all_shown_with_their_sources_the_final_or_newest_first(assistant, question, versions):
    answer = assistant.ask(question)

    assert [one.text for one in answer.disagreement.versions] == versions
    assert answer.disagreement.text in answer.text
    assert {number for one in answer.disagreement.versions for number in one.citations} == {
        citation.number for citation in answer.citations
    }


@pytest.mark.parametrize(
    "question",
    [
        "When was the workshop on wool?",
        "When did the course on fences take place?",
        "Who is the Head of the Library?",
        "When was the memorandum with the Peat Board signed?",
    ],
)
def test_the_same_value_written_otherwise_a_plan_and_a_deadline_are_no_disagreement(assistant, question):
    answer = assistant.ask(question)

    assert answer.route == "register"
    assert answer.disagreement is None


def test_one_sentence_in_the_language_of_the_question_says_that_documents_disagree(assistant):
    answer = assistant.ask("Quand a eu lieu l'atelier sur la pêche côtière ?")

    assert answer.text.splitlines()[1] == (
        "Les documents ne concordent pas sur ce point : 4-6 mars 2024 [1] (4 mars 2024) ; 5-7 mars 2024 [2] (15 avril 2024)."
    )
    assert answer.as_json()["disagreement"]["versions"][1] == {
        "text": "5-7 mars 2024",
        "date": "2024-04-15",
        "citations": (2,),
    }
