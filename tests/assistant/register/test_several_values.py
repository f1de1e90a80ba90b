"""Several values of one limit: two towns, two partners, two years, two states, two sorts; in three languages."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "plan.md": "# Orchard Council: activities\n\nDate: 20 January 2025\n\n## Activities held\n\n"
    "| Activity | Partner | Place | Dates |\n|---|---|---|---|\n"
    "| Course on grafting | Walnut Bank | Selvara | 13–17 May 2022 |\n"
    "| Course on pruning | Frost Institute | Orvel | 22–26 July 2023 |\n"
    "| Workshop on honey | Walnut Bank | Belmarie | 9–11 September 2024 |\n"
    "| Webinar on cider | Frost Institute | Online | 4 November 2024 |\n"
    "| Course on drones | Moss League | Dunmore | 4–8 November 2024 |\n",
    "names.txt": "Note on partners\nDate: 3 March 2022\n\nThe Orchard Council (OC) works with the Walnut Bank (WB), the Frost Institute (FI) and the Moss League (ML).\n",
    "changes.txt": "Notice of changes\nDate: 12 December 2024\n\nThe forum on seeds of 3 March 2025 has been cancelled. "
    "The conference on soil planned for 7 April 2025 is postponed to 9 June 2025.\n",
    "agreements.txt": "Note on agreements\nDate: 5 February 2024\n\n"
    "The Orchard Council (OC) and the Walnut Bank (WB) signed a memorandum of understanding on 5 February 2020. It expired on 4 February 2023.\n\n"
    "The Orchard Council (OC) and the Frost Institute (FI) signed a memorandum of understanding on 6 March 2022. It is valid until 5 March 2029.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("several"), date(2025, 6, 15)) as assistant:
        yield assistant


def told(answer):
    return [row.cells[0] for row in answer.table.rows]


@pytest.mark.parametrize(
    ("question", "titles", "chip"),
    [
        ("courses in Selvara or Orvel", ["Course on grafting", "Course on pruning"], "Selvara / Orvel"),
        ("courses in Selvara and in Orvel", ["Course on grafting", "Course on pruning"], "Selvara / Orvel"),
        ("courses in selvara, orvel or dunmore", ["grafting", "pruning", "drones"], "selvara / orvel / dunmore"),
        ("Quelles formations à Selvara ou à Orvel ?", ["Course on grafting", "Course on pruning"], "Selvara / Orvel"),
        ("الدورات في سلفارا أو أورفل", ["Course on grafting", "Course on pruning"], "سلفارا / أورفل"),
        ("courses with the Walnut Bank or the Moss League", ["grafting", "drones"], "Walnut Bank / Moss League"),
        ("courses with WB and FI", ["Course on grafting", "Course on pruning"], "WB / FI"),
        ("activities on honey or cider", ["Workshop on honey", "Webinar on cider"], "honey / cider"),
        ("courses held in 2022 and 2024", ["grafting", "drones"], "2022 and 2024"),
        ("formations en 2022 ou 2024", ["grafting", "drones"], "2022 ou 2024"),
        ("الدورات في عامي 2022 و2024", ["grafting", "drones"], "2022 و 2024"),
        ("activities in May 2022 or in September 2024", ["grafting", "honey"], "May 2022 or in September 2024"),
        ("activities in September or November 2024", ["honey", "cider", "drones"], "September 2024 or November 2024"),
        ("workshops and webinars", ["Workshop on honey", "Webinar on cider"], "workshops webinars"),
        ("which events were postponed or cancelled?", ["seeds", "soil"], "postponed / cancelled"),
        ("activités reportées ou annulées", ["seeds", "soil"], "reportées / annulées"),
        ("ما الأنشطة المؤجلة أو الملغاة؟", ["seeds", "soil"], "المؤجلة / الملغاة"),
        ("which agreements have expired?", ["Walnut Bank"], "expired"),
        ("which agreements are still in force?", ["Frost Institute"], "still in force"),
        ("agreements that expired or were terminated", ["Walnut Bank"], "expired"),
    ],
)
def test_every_value_is_met_by_some_row_and_its_chip_shows_all(assistant, question, titles, chip):
    answer = assistant.ask(question)

    assert answer.route == "register"
    assert len(told(answer)) == len(titles)
    assert all(any(title in cell for cell in told(answer)) for title in titles)
    assert chip in [limit.words for limit in answer.understood.filters if limit.applied]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("how many courses took place in Selvara or Orvel?", "2"),
        ("Combien de formations en 2022 et 2024 ?", "2"),
        ("كم عدد الدورات في سلفارا أو أورفل؟", "2"),
        ("how many workshops and webinars in 2024", "2"),
        ("how many courses with the Walnut Bank or the Frost Institute", "2"),
    ],
)
def test_a_count_counts_what_has_either_value(assistant, question, number):
    answer = assistant.ask(question)

    assert number in answer.text.split(".")[0]
    assert len(answer.table.rows) == int(number)


def test_a_value_that_nothing_has_is_said(assistant):
    answer = assistant.ask("courses in Selvara or Atlantis")

    assert told(answer) == ["Course on grafting"]
    assert "none: Atlantis" in answer.text


def test_the_years_between_two_are_not_meant(assistant):
    answer = assistant.ask("courses held in 2022 and 2024")

    assert not any("pruning" in title for title in told(answer))


def test_two_partners_of_a_meeting_between_them_are_both_meant(assistant):
    answer = assistant.ask("courses between the Walnut Bank and the Frost Institute")

    assert answer.table is None


def test_what_is_asked_for_besides_and_stands_in_another_table_is_shown_as_left_out(assistant):
    answer = assistant.ask("list courses and agreements with the Walnut Bank")

    assert [limit.words for limit in answer.understood.filters if not limit.applied] == ["agreements"]


def test_without_the_chip_both_values_are_lifted(assistant):
    question = "courses in Selvara or Orvel"
    (key,) = (limit.key for limit in assistant.ask(question).understood.filters if "/" in limit.words)

    answer = assistant.ask(question, without_filters=frozenset([key]))

    assert len(answer.table.rows) == 3
