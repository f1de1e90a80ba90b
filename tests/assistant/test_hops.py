"""Questions that need two answers."""

import pytest

from assistant import Assistant, AssistantSettings
from assistant.measuring import measure
from assistant.reading.genders import may_be
from assistant.sounds import same_name
from assistant.understand import compared, contrast, insides, parts, pointed
from ingest import IngestSettings, run_ingest
from vectorstore import Index, load_embedder


def test_two_questions_in_one_breath_are_two():
    assert parts("Which firm evaluated the scheme, and when did its report arrive?") == (
        "Which firm evaluated the scheme",
        "when did its report arrive?",
    )
    assert parts("من فاز في الانتخابات وبكم صوتا؟") == ("من فاز في الانتخابات", "بكم صوتا؟")
    assert parts("The pilot from Azurra - whom did she follow, and until when did he fly?") == (
        "The pilot from Azurra - whom did she follow",
        "until when did he fly?",
    )
    assert parts("When and where was it?") == ("When and where was it?",)
    assert parts("Who are the director and the secretary?") == ("Who are the director and the secretary?",)


@pytest.mark.parametrize(
    ("asked", "noun", "clause", "outer", "head"),
    [
        (
            "Where does the person who succeeded Dr Bell work?",
            "person",
            "succeeded Dr Bell work",
            "Where does HARROW",
            "person",
        ),
        (
            "Who coordinates the programme under which the soil course was held?",
            "programme",
            "the soil course was held",
            "Who coordinates programme HARROW",
            "programme",
        ),
        (
            "Qui dirige l'institut dont le mémorandum expire en 2026 ?",
            "institut",
            "le mémorandum expire en 2026",
            "Qui dirige institut HARROW",
            "body",
        ),
        (
            "À qui appartient la salle de la dame qui, en mai, a signé l'accord ?",
            "dame",
            "en mai a signé l'accord",
            "À qui appartient la salle de HARROW",
            "person",
        ),
        (
            "من تنسق البرنامج الذي طلب المجلس دراسته في 2024؟",
            "البرنامج",
            "طلب المجلس دراسته في 2024",
            "من تنسق البرنامج HARROW",
            "programme",
        ),
        (
            "The country that hosted the flood course: what else did it pledge?",
            "country",
            "hosted the flood course",
            "what else did HARROW pledge",
            "place",
        ),
    ],
)
def test_a_description_inside_a_question_is_its_own_search(asked, noun, clause, outer, head):
    nested = insides(asked)[0]

    assert (nested.noun, nested.clause, nested.head) == (noun, clause, head)
    assert nested.outer("HARROW") == outer


def test_what_is_asked_may_stand_behind_the_description():
    assert insides("Where does the person who succeeded Dr Bell work?")[0].runs_on
    assert not insides("Who heads the unit that runs the library?")[0].runs_on


@pytest.mark.parametrize(
    "asked",
    [
        "When was the harbour course held?",
        "At the meeting of June 2022, who attended on behalf of the school?",
        "Who said that the course was late?",
    ],
)
def test_a_plain_question_has_nothing_inside(asked):
    assert insides(asked) == ()


@pytest.mark.parametrize(
    ("asked", "form", "sides"),
    [
        (
            "How many days passed between the first meeting with Azurra and the second one?",
            "apart",
            ("the first meeting with Azurra", "the meeting with Azurra second"),
        ),
        (
            "Which was signed first, the accord with Azurra or the one with Lumen?",
            "first",
            ("the accord with Azurra", "the accord with Lumen"),
        ),
        ("By how much did the final cost exceed the estimate?", "difference", ("the final cost", "the cost estimate")),
        (
            "Which course scored higher, the sailing course or the diving one?",
            "more",
            ("the sailing course", "diving course"),
        ),
        ("Was the sailing course cheaper than the diving course?", "less", ("the sailing course", "the diving course")),
        (
            "How much more did the sailing course cost than the diving course?",
            "difference",
            ("the sailing course", "the diving course"),
        ),
        (
            "Combien de stagiaires de plus à Lumen qu'à Azurra ?",
            "difference",
            ("à Lumen", "à Azurra"),
        ),
        ("في أي الدورتين كان عدد المشاركين أكبر، دورة الربيع أم دورة الخريف؟", "more", ("دورة الربيع", "دورة الخريف")),
        ("أيهما عُقد أولاً: ورشة الربيع أم دورة الخريف؟", "first", ("ورشة الربيع", "دورة الخريف")),
    ],
)
def test_two_things_that_a_question_compares_are_told_in_full(asked, form, sides):
    found = compared(asked)

    assert found is not None
    assert (found.form, found.sides) == (form, sides)


@pytest.mark.parametrize(
    "asked", ["Was it held in May or June?", "What is the difference between a note and a letter?", "Who signed it?"]
)
def test_a_question_that_compares_no_values_is_left_alone(asked):
    assert compared(asked) is None


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
            "المنسقة عن الجهاز في المذكرة، متى زارت المقر؟",
            "المنسقة عن الجهاز في المذكرة",
            ("متى زارت المقر",),
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


@pytest.mark.parametrize(
    ("asked", "asks", "common"),
    [
        (
            "the limit in the text of 2022 compared with what it became in 2025 - give both figures",
            ("the limit in the text of 2022", "the limit in the text of 2025"),
            False,
        ),
        (
            "mets côte à côte le budget voté pour 2027 et celui de 2026 après la révision",
            ("le budget voté pour 2027", "le budget voté pour 2026 après la révision"),
            False,
        ),
        (
            "كم مشاركا أرسلت لومن إلى دورة الربيع وإلى دورة الخريف؟",
            ("كم مشاركا أرسلت لومن إلى دورة الربيع", "كم مشاركا أرسلت لومن إلى دورة الخريف"),
            False,
        ),
        (
            "Which countries took part in both the sailing course and the diving course?",
            (
                "Which countries took part in the sailing course",
                "Which countries took part in the diving course",
            ),
            True,
        ),
    ],
)
def test_the_same_of_two_things_is_two_questions(asked, asks, common):
    found = contrast(asked)

    assert found is not None
    assert (found.asks, found.common) == (asks, common)


@pytest.mark.parametrize(
    "asked", ["Who signed it in Lumen?", "When and where was it held in 2024?", "Lumen and Azurra"]
)
def test_a_question_for_one_thing_is_no_contrast(asked):
    assert contrast(asked) is None


def test_a_name_is_the_same_in_every_spelling():
    assert same_name("Sarundi", "Saroundi")
    assert same_name("Zahira", "زاهرة")
    assert not same_name("Benmara", "Mirania")


def test_a_lady_is_no_man_and_whoever_is_not_told_may_be_both():
    assert may_be("the lady who took over the desk", "Ms. Huda SALEM")
    assert not may_be("the lady who took over the desk", "Mr. Joseph MOLE")
    assert not may_be("الرجل الذي وقع", "السيدة هدى")
    assert may_be("the person who succeeded Ms Bell", "Mr. Joseph MOLE")
    assert may_be("celle qui a signé", "Huda SALEM")


def test_what_is_measured_is_told_from_the_question():
    assert measure("Which course drew more people, A or B?") == "people"
    assert measure("laquelle a coûté le plus cher ?") == "money"
    assert measure("في أي ورشة كان عدد النساء أكبر؟") == "women"
    assert measure("which one got the better mark") == "mark"
    assert measure("which was signed first?") is None


FILES = {
    "minutes.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\n\nMs. Leila HARROW succeeds Dr. Samira BELL as head of training.\n",
    "notice.txt": "Staff notice\nDate: 4 February 2026\n\nMs. Leila HARROW left on 31 January 2026. Ms. Leila HARROW now works in Azurra, at the Lake Institute.\n",
    "course.txt": "Report of the sailing course\nDate: 3 June 2024\n\nTrainers: Ms. Aino VIRTA, Harbour School, and Mr. Omar SELIM, Coast Guard.\n",
    "accord.txt": "Accord with the Coast Guard\nDate: 8 March 2023\n\nThe focal points are Ms. Leila HARROW and Mr. Omar SELIM, Inspector of Boats.\n",
    "rooms.md": "# Who sits where\n\nDate: 1 March 2024\n\n| Desk of | Name | Room | Ext. |\n|---|---|---|---|\n| Boats | Omar SELIM | 114 | 318 |\n| Training | Aino VIRTA | 207 | 320 |\n",
    "sailing.md": "# Report of the sailing course in Lumen\n\nLumen, 3 to 5 June 2024\n\n| Country | Trainees | Women |\n|---|---|---|\n| Azurra | 7 | 2 |\n| Lumen | 9 | 5 |\n| Total | 16 | 7 |\n\nCost: USD 21,400.\n",
    "diving.md": "# Report of the diving course in Coral Bay\n\nCoral Bay, 9 to 12 October 2024\n\n| Country | Trainees | Women |\n|---|---|---|\n| Azurra | 4 | 1 |\n| Coral Bay | 8 | 6 |\n| Total | 12 | 7 |\n\nCost: USD 26,900.\n",
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
    more = assistant.ask("Which had more trainees, the sailing course in Lumen or the diving course in Coral Bay?")
    cheaper = assistant.ask("Was the sailing course in Lumen cheaper than the diving course in Coral Bay?")
    room = assistant.ask(
        "Room number of the gentleman who is the inspector of boats in our accord with the Coast Guard?"
    )
    common = assistant.ask(
        "Which countries took part in both the sailing course in Lumen and the diving course in Coral Bay?"
    )
    index.close()

    assert [statement.text for statement in common.statements] == ["Azurra"]
    assert {c.document for c in common.citations} == {"sailing.md", "diving.md"}
    assert more.text.startswith("More: the sailing course in Lumen (16); less: the diving course in Coral Bay (12).")
    assert {c.document for c in more.citations} == {"sailing.md", "diving.md"}
    assert "USD 21,400" in cheaper.text
    assert "USD 26,900" in cheaper.text
    assert room.text.startswith("114 [1]")
    assert other.trace is not None
    assert "the trainer from the Harbour School at the sailing course" in other.trace.steps
    assert "Omar SELIM, Inspector of Boats" in other.text
    assert {"course.txt", "accord.txt"} <= {c.document for c in other.citations}
    assert "SELIM" not in nobody.statements[0].text if nobody.statements else nobody.outcome != "answered"
    assert "Azurra" in nested.text
    assert {c.document for c in nested.citations} == {"minutes.txt", "notice.txt"}
    assert "Hollis & Braam" in double.text
    assert "15 August 2023" in double.text
