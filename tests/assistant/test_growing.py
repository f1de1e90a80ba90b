"""By how much one thing changed, and plans that reports overtook."""

import pytest

from assistant.understand import changed_thing
from tests.assistant.archive import assistant_of


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("By how much was the harbour budget cut in July?", "the harbour budget in July"),
        ("How much less did the Corvan course cost than planned?", "the Corvan course cost"),
        ("De combien a augmenté le plafond de la bourse ?", "le plafond de la bourse"),
        ("De combien la bourse a-t-elle été relevée en mars ?", "la bourse en mars"),
        ("بكم ارتفع مبلغ المنحة؟", "مبلغ المنحة"),
        ("How much was paid for the boats?", None),
        ("Who cut the budget?", None),
    ],
)
def test_a_question_by_how_much_a_thing_changed_names_the_thing(asked, thing):
    assert changed_thing(asked) == thing


FILES = {
    "2024/agreement.txt": "AGREEMENT\nbetween the Osprey Secretariat and the Tamar Ports Union\n\n"
    "Article 4. The Union pays the Secretariat USD 90,000 a year for the harbour school.\n\nDone at Corvan on 18 March 2024.\n",
    "2025/note.txt": "Note of the Secretary\nCorvan, 3 June 2025\n\n"
    "The allowance of the harbour pilots is raised from EUR 80 to EUR 95 a night.\n",
    "2025/plan.csv": "Activity,Place,Dates,Budget (USD)\nDredging course,Corvan,4-8 May 2025,21000\nBuoy course,Lima,9-12 June 2025,18000\n",
    "2025/report.txt": "Report on the dredging course\nCorvan, 4-8 May 2025\n\n"
    "The total cost of the dredging course in Corvan amounted to USD 19,400.\n\nCorvan, 20 May 2025\n",
}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("By how much was the allowance of the harbour pilots raised?", "Difference: 15 "),
        ("How much less did the dredging course in Corvan cost than planned?", "Difference: 1,600 "),
    ],
)
def test_the_difference_between_what_was_and_what_it_became_is_told(tmp_path, asked, told):
    with assistant_of(FILES, tmp_path) as assistant:
        answer = assistant.ask(asked)

    assert answer.text.startswith(told)


def test_no_difference_is_told_of_what_stands_alone(tmp_path):
    with assistant_of(FILES, tmp_path) as assistant:
        answer = assistant.ask("By how much was the fee of the harbour school raised?")

    assert not answer.text.startswith("Difference")
