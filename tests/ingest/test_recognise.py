import pytest

from ingest.recognise import language_of, recognise
from vectorstore import Block


def laid_out(*lines, title=True):
    """Text and blocks of some lines; the first is a heading."""
    text, blocks = "", []
    for number, line in enumerate(lines):
        start = len(text)
        text += line + "\n"
        kind = "heading" if title and number == 0 else "paragraph"
        blocks.append(Block(kind, start, start + len(line), level=1 if kind == "heading" else 0))
    return text, blocks


@pytest.mark.parametrize(
    ("lines", "date", "venue", "language"),
    [
        (
            ("Meeting with the Agency", "Date: 29 May 2024", "Venue: Ankara", "The two sides met and agreed to go on."),
            "2024-05-29",
            "Ankara",
            "en",
        ),
        (
            (
                "Réunion avec l'Agence",
                "Date : 4-7 décembre 2023",
                "Lieu : Tunis",
                "Les deux parties se sont réunies et ont convenu de la suite.",
            ),
            "2023-12-04",
            "Tunis",
            "fr",
        ),
        (
            ("اجتماع مع الوكالة", "التاريخ: ١٥ أكتوبر ٢٠٢٥", "المكان: عمّان", "عقد الجانبان اجتماعًا."),
            "2025-10-15",
            "عمّان",
            "ar",
        ),
    ],
)
def test_a_header_is_read_in_three_languages(lines, date, venue, language):
    text, blocks = laid_out(*lines)

    seen = recognise(text, blocks, "report.txt")

    assert (seen.title, seen.date, seen.venue, seen.language) == (lines[0], date, venue, language)


def test_without_a_header_the_first_full_date_of_the_opening_counts():
    text, blocks = laid_out("Press release", "PORT ALMINA, 12 March 2024 - The union opened a school.")

    assert recognise(text, blocks, "x.txt").date == "2024-03-12"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (("The Lookout", "Issue 4, February 2025", "Since 1 January 2025 the fee is higher."), "2025-02"),
        (("The Lookout", "No. 11, Autumn 2024", "The assembly of 27 June 2024 admitted a member."), "2024"),
        (
            ("STRAITS BUREAU", "Our ref. 17", "Port Almina, the second of September 2024", "Dear Minister,"),
            "2024-09-02",
        ),
        (
            ("بيان صحفي", "الرياض - 20 كانون الثاني/يناير 2025: أطلق الاتحاد المنصة.", "تعقد في 11 مارس 2025."),
            "2025-01-20",
        ),
        (("Minutes", "Date: 31/02/2024", "Nothing else says when it was."), None),
    ],
)
def test_the_date_of_a_line_of_its_own_goes_before_one_in_a_sentence(lines, date):
    text, blocks = laid_out(*lines)

    assert recognise(text, blocks, "x.txt").date == date


def test_an_agreement_has_the_date_it_was_done():
    text, blocks = laid_out(
        "Memorandum of Understanding", "It enters into force on 1 May 2025.", "Done at Rome on 3 March 2025."
    )

    assert recognise(text, blocks, "x.txt").date == "2025-03-03"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            (
                "PORTA – Division de la coopération et de la formation",
                "RAPPORT DE FORMATION",
                "« Gestion des quais », 2e édition",
            ),
            "« Gestion des quais », 2e édition",
        ),
        (("Training Department", "Report", "Second course on tide tables"), "Second course on tide tables"),
        (("إدارة التدريب", "تقرير الدورة التدريبية", "إدارة الأرصفة وصيانة المراسي"), "إدارة الأرصفة وصيانة المراسي"),
        (("Department of Fisheries", "The boats came back early."), "Department of Fisheries"),
    ],
)
def test_a_department_that_stands_over_a_report_is_not_its_title(lines, title):
    text, blocks = laid_out(*lines)

    assert recognise(text, blocks, "report.txt").title == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("PORTA", "General Secretariat", "CIRCULAR No. 2026/09", "To: all members", "Subject: New fees"),
            "CIRCULAR No. 2026/09 – New fees",
        ),
        (("اتحاد الموانئ", "مذكرة داخلية رقم 17/2026", "الموضوع: دوام الصيف"), "مذكرة داخلية رقم 17/2026 – دوام الصيف"),
        (
            (
                "GRANT AGREEMENT",
                "between",
                "The Tide Fund (hereinafter “the Fund”)",
                "and",
                "The Reef Institute, represented by its Rector",
            ),
            "GRANT AGREEMENT between The Tide Fund and The Reef Institute",
        ),
        (
            (
                "AVENANT N° 1",
                "au protocole d'accord du 3 mai 2021",
                "entre le Fonds des marées, dont le siège est à Olan,",
                "et l'Institut du récif",
            ),
            "AVENANT N° 1 au protocole d'accord du 3 mai 2021 entre le Fonds des marées et l'Institut du récif",
        ),
        (("Terms of reference", "Review of the pilot scheme"), "Terms of reference – Review of the pilot scheme"),
        (
            ("AVIS DE REPORT", "Aux participants, à la Ville", "Stage sur les marées de Corvan"),
            "AVIS DE REPORT – Stage sur les marées de Corvan",
        ),
        (("PRESS NOTE", "For immediate release", "Pilots learn to bring all home"), "Pilots learn to bring all home"),
        (
            ("COUNCIL OF THE PARTIES", "Fourteenth Session", "The Council met."),
            "COUNCIL OF THE PARTIES – Fourteenth Session",
        ),
        (("CENTRE FOR TRAINING AND TIDES", "REPORT ON THE COURSE ON BUOYS"), "REPORT ON THE COURSE ON BUOYS"),
        (("أمانة اتفاقية المد", "شبكة القياس", "خطة العمل لعام 2026"), "أمانة اتفاقية المد – خطة العمل لعام 2026"),
        (("TIDE FUND", "Financial statement at 30 June 2026"), "TIDE FUND – Financial statement at 30 June 2026"),
        (("TIDE UNION", "Dear Ms. Bell,", "Thank you for your letter."), "TIDE UNION"),
        (("Resilience Programme (RP)", "A fact sheet for members"), "Resilience Programme (RP)"),
    ],
)
def test_a_letterhead_gives_way_to_what_the_paper_is_and_is_about(lines, title):
    text, blocks = laid_out(*lines)

    assert recognise(text, blocks, "paper.txt").title == title


def test_a_table_without_a_title_is_called_as_its_file():
    text = "name | town | fee\nBell | Olan | 3\n"
    blocks = [Block("header", 0, 17), Block("row", 18, 33)]

    assert recognise(text, blocks, "2026/fees_of_pilots.csv").title == "fees of pilots"


def test_the_name_of_the_file_is_the_last_resort():
    text, blocks = laid_out("some words without a heading that go on " * 8, title=False)

    seen = recognise(text, blocks, "2023/board_meeting-2023-10-09.txt")

    assert (seen.title, seen.date) == ("board meeting 2023 10 09", "2023-10-09")


def test_a_date_deep_in_the_text_is_not_the_date_of_the_report():
    text, blocks = laid_out("Note", *(["nothing to see here"] * 20), "It was signed on 1 May 2020.")

    assert recognise(text, blocks, "note.txt").date is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Minutes of the Coordination Meeting", "minutes"),
        ("Rapport de la formation sur les rendements", "training report"),
        ("مذكرة التفاهم بين الطرفين", "memorandum of understanding"),
        ("Something else entirely", None),
    ],
)
def test_the_kind_is_what_the_title_names_first(title, kind):
    text, blocks = laid_out(title, "Body.")

    assert recognise(text, blocks, "a.txt").kind == kind


def test_language_is_told_by_script_and_function_words():
    assert language_of("Le programme est dans la région et pour les pays") == "fr"
    assert language_of("The programme is in the region and for the countries") == "en"
    assert language_of("برنامج DRM-Reach في المنطقة والدول") == "ar"
