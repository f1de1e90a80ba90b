"""What documents tell of in scattered sentences is gathered from all of them."""

import pytest

from assistant.across.doings import asked_for
from tests.assistant.archive import assistant_of

FILES = {
    "2024/dispatch.html": """<html><head><title>Shore Dispatch 4</title></head><body><h1>Shore Dispatch</h1><p>No. 4, 12 October 2024</p>
<h2>People</h2><p>Ms. Amina KEITA took over the map room on 1 September 2024. Mr. Lars BERG, who had led it, went home to Oslo.</p>
<h2>In brief</h2><p>Prize. The film on mud took the Golden Heron in Rabat. Visitors. The Minister of Ports of Tarania, Mr. Omar SALEH, toured the laboratory on 3 October.</p>
<p>Two echo sounders were handed to the harbour of Kamsi on 4 July.</p></body></html>""",
    "2025/lettre.md": """# La Lettre du rivage

n° 5, 20 mai 2025

## Personnel

M. Issa NDOUR a rejoint l'équipe des marées le 10 mars 2025. Mme Hoda MANSI est partie à la retraite le 30 avril 2025.

## Divers

Le Centre a offert deux marégraphes au port de Douma. L'atelier de Conari, prévu en juin, a été repoussé à octobre 2025.
Aucun accord n'a été signé.

## Prix

Amina KEITA a reçu le prix « Femmes de mer » à Lisbonne.
""",
    "2025/تعميم.txt": """تعميم رقم 3

التاريخ: 15 يونيو 2025

1. تتولى السيدة نرمين فهمي رئاسة قسم الإعلام من 1 يوليو 2025.
2. غادرنا السيد توره كفام في 31 مايو 2025.
3. تأجل اجتماع اللجنة العلمية من 22 يونيو إلى 6 يوليو 2025.
4. سلم المركز ستة أجهزة لاسلكي لصيادي بورتا.
""",
    "2025/mooring course.md": (
        "# Second course on mooring\n\nKamsi, 3 March 2025\n\nThe first edition had been held in Douma from 4 to 8 May 2023. "
        "The course was held in Kamsi from 1 to 3 March 2025. Each trainee got a rope.\n"
    ),
    "2025/shore brief.md": (
        "# Shore Brief\n\n9 October 2025\n\nThe third course on mooring took place in Tarania in September 2025. The regatta was held in Oslo in June 2025.\n\n"
        "Fees are cut for early payers: a discount of 10 per cent is granted before 1 May 2025.\n\nYoussef Trabi joined the map room on 1 October 2025.\n\n"
        "The seminar on tides of 4 July 2025 was cancelled.\n"
    ),
    "2025/circulaire cotisations.md": "# Circulaire sur les cotisations\n\n3 février 2025\n\nUne remise de 3 % est accordée à qui paie avant mars 2025.\n",
    "2025/gauges.csv": "Date,What,Donor\n2025-01-10,gauge of Douma,Nordic Fund\n2025-02-11,gauge of Kamsi,Nordic Fund\n2025-03-12,buoys,Gulf Trust\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("across")) as assistant:
        yield assistant


def told(answer):
    return [" ".join(row.cells) for row in answer.table.rows] if answer.table else []


@pytest.mark.parametrize("asked", ["who left the centre?", "liste des départs du personnel", "من غادر المركز"])
def test_everybody_who_left_is_told_of_whatever_the_language_of_the_document(assistant, asked):
    rows = told(assistant.ask(asked))

    assert all(any(name in row for row in rows) for name in ("BERG", "MANSI", "كفام"))
    assert not any("NDOUR" in row for row in rows)


def test_who_took_a_post_in_a_year_is_told_by_the_days_of_the_sentences(assistant):
    rows = told(assistant.ask("list the people who took up a new post in 2025"))

    assert any("NDOUR" in row for row in rows)
    assert any("نرمين" in row for row in rows)
    assert not any("took over the map room" in row for row in rows)


def test_a_label_that_opens_a_paragraph_says_what_its_sentence_is_one_of(assistant):
    rows = told(assistant.ask("which prizes did we win"))

    assert any("Golden Heron" in row for row in rows)
    assert any("Femmes de mer" in row for row in rows)
    assert not any("echo sounders" in row for row in rows)


def test_equipment_is_no_money_and_no_meeting(assistant):
    rows = told(assistant.ask("Quel matériel avons-nous remis aux ports ?"))

    assert len(rows) == 3
    assert all(any(thing in row for row in rows) for thing in ("echo sounders", "marégraphes", "لاسلكي"))


def test_rows_with_the_same_donor_are_one_donor(assistant):
    rows = told(assistant.ask("all donors"))

    assert len(rows) == 2


def test_each_row_is_cited_and_nothing_claims_to_be_complete(assistant):
    answer = assistant.ask("who left the centre?")

    assert all(row.citations for row in answer.table.rows)
    assert not answer.table.complete
    assert answer.table.considered == len(FILES)


def test_what_the_register_does_not_list_stands_below_its_list(assistant):
    rows = told(assistant.ask("list everything that was postponed in 2025"))

    assert any("Conari" in row for row in rows)
    assert any("اللجنة العلمية" in row for row in rows)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("visitors of 2024", "visit"),
        ("qui a changé de poste ?", "arrival"),
        ("ما الجوائز التي نلناها", "award"),
        ("dates limites de mars", "deadline"),
        ("الأخطاء المصححة", "correction"),
        ("everything we lent or borrowed", "loan"),
    ],
)
def test_a_question_names_what_it_asks_for_in_three_languages(asked, name):
    found = asked_for(asked)

    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("asked", ["Who signs the letter?", "Combien coûte le stage ?", "متى تعقد الدورة؟"])
def test_a_question_for_something_else_names_nothing_of_the_sort(asked):
    assert asked_for(asked) is None


@pytest.mark.parametrize(
    "asked",
    [
        "in which towns has the mooring course been held so far",
        "towns where the mooring course was given, all editions",
    ],
)
def test_the_towns_of_a_course_are_those_of_its_editions_and_of_nothing_else(assistant, asked):
    rows = " ".join(told(assistant.ask(asked)))

    assert all(town in rows for town in ("Douma", "Kamsi", "Tarania"))
    assert "Oslo" not in rows


def test_discounts_are_gathered_from_documents_in_any_language(assistant):
    rows = " ".join(told(assistant.ask("which discounts do we grant, in per cent?")))

    assert "10 per cent" in rows
    assert "3 %" in rows


def test_what_was_postponed_is_told_from_what_was_cancelled(assistant):
    postponed = " ".join(told(assistant.ask("what took place later than first announced in 2025, all of it")))
    cancelled = assistant.ask("what was cancelled in 2025?")

    assert "Conari" in postponed
    assert "seminar on tides" not in postponed
    assert "seminar on tides" in " ".join([cancelled.text, *told(cancelled)])
    assert "Conari" not in " ".join([cancelled.text, *told(cancelled)])


def test_somebody_named_without_a_title_has_arrived_as_well(assistant):
    assert any("Youssef Trabi" in row for row in told(assistant.ask("new colleagues in 2025")))


FOCAL = {
    "2023/lettre de Tarania.md": "# Point focal de Tarania\n\n12 mars 2023\n\nM. Issa Dell est le point focal de Tarania auprès du Centre.\n",
    "2024/circular 4.md": (
        "# Circular 4\n\n3 May 2024\n\n## Focal points\n\nMs. Hoda Mansi is the new focal point of Tarania, in place of Mr. Issa Dell.\n\n"
        "Mr. Omar Saleh remains the focal point of Halvora.\n"
    ),
    "2025/brief.md": "# Brief\n\n9 July 2025\n\nFees rise in 2026. Mr. Ivo Lund took over as focal point of Tarania on 1 July 2025.\n\nThe port of Tarania was dredged.\n",
}


@pytest.mark.parametrize(
    "asked",
    [
        "Who have been the focal points of Tarania, past and present?",
        "les points focaux de Tarania, les anciens comme les actuels",
        "نقاط الاتصال في Tarania واحدا بعد الآخر",
    ],
)
def test_everybody_who_was_the_focal_point_of_a_country_is_told(tmp_path, asked):
    with assistant_of(FOCAL, tmp_path) as assistant:
        rows = " ".join(told(assistant.ask(asked)))

    assert all(name in rows for name in ("Issa Dell", "Hoda Mansi", "Ivo Lund"))
    assert "dredged" not in rows
    assert "Omar Saleh" not in rows
