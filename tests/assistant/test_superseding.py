"""Which of two values is current, and when two documents are said to disagree."""

from dataclasses import fields, replace

import numpy as np
import pytest

from assistant.amending import amendments
from assistant.reading.after_all import holds_now
from assistant.reading.contrast import same_value
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.reading.settled import Afterwards
from assistant.reading.still import no_longer
from assistant.reading.superseding import settled
from assistant.understand import understand
from vectorstore import DocumentInfo, Passage, Source, StoredSentence

ALIKE, APART = np.array([1.0, 0.0], dtype=np.float32), np.array([0.6, 0.8], dtype=np.float32)


def evidence(text, document="a.txt", date="2024-05-02", start=0, vector=ALIKE, **shares):
    passage = Passage(1, Source(document, "Report", date, "en"), 1, start, start + len(text), text, (), 1.0)
    sentence = StoredSentence(1, document, start, start + len(text), "paragraph", None, (), text, vector)
    full = {field.name: 1.0 for field in fields(Evidence)} | {"qualified": True, "foreign": False}
    return Evidence(**(full | {"sentence": sentence, "passage": passage} | shares))


def told(asked, *found, after=None):
    question = understand(asked)
    result = settled(question, found, Matcher(question, lambda term: 1.0, {}, {}), after)
    value = result.best.sentence.text[result.span.start : result.span.end] if result.span else None
    return value, result.against.sentence.text if result.against else None


@pytest.mark.parametrize(
    ("asked", "planned", "held", "value"),
    [
        (
            "When was the Osprey course held?",
            "The Osprey course announced for 4 March 2025 was called off.",
            "It took place from 9 to 11 June 2025.",
            "9 to 11 June 2025",
        ),
        (
            "Quand a eu lieu le stage Milan ?",
            "Le stage Milan, annoncé pour le 4 mars 2025, n'aura pas lieu à cette date.",
            "Nouvelles dates : 9 au 11 juin 2025",
            "9 au 11 juin 2025",
        ),
        (
            "متى عقدت دورة النسر؟",
            "كان مقرراً عقد دورة النسر في 4 مارس 2025.",
            "الموعد الجديد: 9 يونيو 2025",
            "9 يونيو 2025",
        ),
    ],
)
def test_what_was_only_planned_gives_way_to_what_the_same_document_says_holds(asked, planned, held, value):
    assert told(asked, evidence(planned), evidence(held, start=200)) == (value, None)


@pytest.mark.parametrize(
    ("asked", "before", "after", "value"),
    [
        ("How much does the Fund pay?", "The Fund pays USD 90,000.", "The Fund pays USD 120,000 instead of USD 90,000.", "USD 120,000"),
        ("Combien paie le Fonds ?", "Le Fonds paie 90 000 euros.", "Le montant de 120 000 euros remplace celui de 90 000 euros.", "120 000 euros"),
        ("كم يدفع الصندوق؟", "يدفع الصندوق مبلغ 90,000 دولار.", "يحل مبلغ 120,000 دولار محل مبلغ 90,000 دولار.", "120,000 دولار"),
    ],
)  # fmt: skip
def test_a_value_that_a_later_text_replaces_is_told_second(asked, before, after, value):
    found = told(asked, evidence(before), evidence(after, "b.txt", "2025-01-10", vector=APART, score=0.2))

    assert found == (value, before)


def test_of_two_documents_that_disagree_the_newer_comes_first():
    asked = "How many certificates were issued?"
    old = evidence("The school issued 3,900 certificates.", "a.txt", "2024-09-30")
    new = evidence("The school issued 4,127 certificates.", "b.txt", "2025-02-10")

    assert told(asked, old, new) == told(asked, new, old)
    assert told(asked, old, new)[1] == old.sentence.text


def test_statements_about_different_things_do_not_disagree():
    asked = "How many certificates were issued?"
    school = evidence("The school issued 3,900 certificates.", "a.txt", "2024-09-30")
    other = evidence("The academy, in another town, issued 12 certificates.", "b.txt", "2025-02-10", vector=APART)
    nameless = evidence("Some 12 certificates were issued.", "b.txt", "2025-02-10", named=0.5)

    assert told(asked, school, other)[1] is None
    assert told(asked, school, nameless)[1] is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("3 May 2024", "le 3 mai 2024", True),
        ("3 May 2024", "4 May 2024", False),
        ("USD 4,000", "4 000 dollars", True),
        ("USD 4,000", "USD 4,500", False),
        ("Baku", "in Baku", True),
    ],
)
def test_one_value_is_the_same_however_it_is_written(one, other, same):
    assert same_value(one, other) is same


def test_who_sent_apologies_did_not_take_part_whatever_number_stands_beside():
    asked = "How many participants from Lorvina attended the Kestrel course?"
    total = evidence("Total of participants: 20", told=0.5)
    away = evidence("Lorvina apologised for not attending the Kestrel course.", start=300)

    question = understand(asked)
    result = settled(question, [total, away], Matcher(question, lambda term: 1.0, {}, {}))

    assert result.best is away


@pytest.mark.parametrize(
    ("asked", "old", "new"),
    [
        (
            "form Q: deadline before leaving?",
            "Form Q is handed in not later than 15 working days before departure.",
            'In clause 3 the words "15 working days" are replaced by "20 working days".',
        ),
        (
            "Who runs the archive of the Osprey office?",
            "The archive is run by Lena Moreau.",
            "Lena Moreau leaves at the end of May; Sami Haddad takes over from her.",
        ),
        (
            "Où a lieu le stage Milan ?",
            "Le stage Milan a lieu à Corvan.",
            "Le stage se tiendra à Tamar au lieu de Corvan.",
        ),
    ],
)
def test_what_a_later_text_puts_in_the_place_of_a_value_comes_first_and_the_old_one_is_shown(asked, old, new):
    question = understand(asked)
    before, after = evidence(old), evidence(new, document="b.txt", date="2025-01-10", vector=APART)

    result = settled(question, [before, after], Matcher(question, lambda term: 1.0, {}, {}))

    assert (result.best, result.against) == (after, before)


def test_an_earlier_text_replaces_nothing():
    question = understand("Où a lieu le stage Milan ?")
    best = evidence("Le stage Milan a lieu à Corvan.")
    earlier = evidence(
        "Le stage se tiendra à Tamar au lieu de Corvan.", document="b.txt", date="2023-01-10", vector=APART
    )

    assert settled(question, [best, earlier], Matcher(question, lambda term: 1.0, {}, {})).best == best


def test_a_later_value_that_is_said_to_have_risen_holds_although_it_is_worded_otherwise():
    nearly = np.array([0.85, 0.527], dtype=np.float32)
    before = evidence("For the Osprey travel we budget 27,000 euros.")
    after = evidence(
        "The budget rises accordingly to 33,500 euros.", document="b.txt", date="2024-08-27", vector=nearly, told=0.9
    )

    assert told("travel budget of the Osprey course?", before, after, after=Afterwards((after,)))[0] == "33,500 euros"


@pytest.mark.parametrize(
    ("asked", "aspect"),
    [
        ("What were the original dates of the forum?", "former"),
        ("Where was the course supposed to take place?", "former"),
        ("Quel était le montant avant l'avenant ?", "former"),
        ("Quand la convention devait-elle expirer ?", "former"),
        ("كم كان الرسم قبل التخفيض؟", "former"),
        ("ما كان الموعد الأصلي للدورة؟", "former"),
        ("who chairs the panel now?", "present"),
        ("Où se tient finalement l'atelier ?", "present"),
        ("من هو المدير الحالي؟", "present"),
        ("When is the forum?", ""),
    ],
)
def test_a_question_may_be_after_what_was_so_before_or_what_holds_now(asked, aspect):
    assert understand(asked).aspect == aspect


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("How much was the fee before it was raised?", "The fee goes up from EUR 60 to EUR 75 in May.", "EUR 60"),
        (
            "Combien versait le port avant l'avenant ?",
            "La contribution du port, fixée à 40 000 euros, est portée à 55 000 euros.",
            "40 000 euros",
        ),
        ("كم كان الرسم قبل التخفيض؟", "خُفض الرسم من 900 يورو إلى 750 يورو.", "900 يورو"),
        ("What were the original dates?", "It takes place on 9 June 2025 instead of 4 March 2025.", "4 March 2025"),
    ],
)
def test_what_was_so_before_is_the_value_that_another_took_the_place_of(asked, text, value):
    assert told(asked, evidence(text))[0] == value


def test_what_was_so_before_stands_in_the_older_of_two_documents():
    older, newer = "The course takes place in Tunis.", "The course takes place in Dakar."

    found = told("Where was the course planned at first?", evidence(newer, "b.txt", "2025-01-01"), evidence(older))

    assert found == ("Tunis", None)


def test_what_a_document_says_that_changes_the_one_asked_about_comes_first():
    old, new = "The agreement runs until 9 April 2026.", "It remains in force until 31 December 2027."

    value, against = told(
        "Until when does the agreement run?", evidence(old), after=Afterwards((), evidence(new, "b.txt", "2025-01-01"))
    )

    assert (value, against) == ("31 December 2027", old)


def test_what_a_later_document_of_the_same_matter_says_has_changed_comes_first():
    old, new = "The course will take place on 8 July 2024.", "The course was brought forward to 1 July 2024."

    later = evidence(new, "b.txt", "2024-06-01")
    value, against = told("When is the course?", evidence(old), later, after=Afterwards((later,)))

    assert (value, against) == ("1 July 2024", old)


def test_a_later_document_on_another_matter_changes_nothing():
    old, new = "The course will take place on 8 July 2024.", "The board was moved to 1 July 2024."

    value, against = told(
        "When is the course?",
        evidence(old),
        after=Afterwards((evidence(new, "b.txt", "2024-06-01", vector=APART, context=0.1, named=0.0),)),
    )

    assert (value, against) == ("8 July 2024", None)


@pytest.mark.parametrize(
    "asked", ["Who signed for the Osprey office?", "Qui a signé pour le bureau Osprey ?", "من وقّع عن مكتب أوسبري؟"]
)
def test_who_signed_stays_who_signed(asked):
    old = "Ms. Lena MOREAU, head of the Osprey office, signed for it."
    new = "Mr. Sami HADDAD, head of the Osprey office, took over from Ms. Lena MOREAU in May."

    value, against = told(asked, evidence(old), evidence(new, "b.txt", "2025-06-30"))

    assert ("Lena MOREAU" in value, against) == (True, None)


def test_a_later_document_on_another_course_does_not_say_how_many_came_to_this_one():
    old = "The flood warning course was planned for 31 participants."
    new = "The course on dams took place from 16 to 20 June 2025 with 23 participants."

    value, against = told(
        "How many participants did the flood warning course have?",
        evidence(old),
        after=Afterwards((evidence(new, "b.txt", "2025-06-30", vector=APART, context=0.7),)),
    )

    assert ("31" in value, against) == (True, None)


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("What is the fee of the course?", "The fee of the course goes up from EUR 60 to EUR 75.", "EUR 75"),
        ("Quel est le montant de la bourse ?", "Le montant de la bourse passe de 210 à 265 euros.", "265 euros"),
        ("What is the daily rate?", "The rate of 55 dollars is replaced by 65 dollars.", "65 dollars"),
        ("Quel est le montant du plafond ?", "Le plafond est relevé de 120 000 USD à 175 000 USD.", "175 000 USD"),
        ("When is the deadline?", "The deadline is put off from 15 September to 8 October 2026.", "8 October 2026"),
        ("When does the call close?", "Closing of the call is put off from 15 to 31 March 2027.", "31 March 2027"),
        ("When is the course?", "The course runs from 3 to 7 March 2025.", "3 to 7 March 2025"),
        ("Qui est le commissaire ?", "M. Jean NDOUR, appelé à d'autres fonctions, cède la place à Mme Awa THIAM.", "Mme Awa THIAM"),
        ("Who is the coordinator?", "Mr. Ali SAN had succeeded Ms. Eva ZURI as coordinator, Ms. ZURI having left.", "Mr. Ali SAN"),
        ("من هو المنسق؟", "السيد طارق أنصاري خلفا للسيد بلال قريشي.", "السيد طارق أنصاري"),
        ("كم ميزانية البرنامج؟", "خفضت ميزانية البرنامج من 640,000 دولار إلى 515,000 دولار.", "515,000 دولار"),
    ],
)  # fmt: skip
def test_of_a_value_and_the_one_it_became_the_second_is_told(asked, text, value):
    assert told(asked, evidence(text))[0] == value


def test_an_agreement_until_the_same_day_of_a_later_year_is_another_date():
    old, new = "The agreement runs until 7 June 2026.", "The agreement was renewed until 7 June 2030."
    later = evidence(new, "b.txt", "2025-10-01")

    assert (
        told("Until when does the agreement run?", evidence(old), later, after=Afterwards((later,)))[0] == "7 June 2030"
    )


def test_who_succeeded_somebody_is_not_replaced_by_the_sentence_that_says_so():
    row = evidence("Focal point of Lorvina: Ms Alma Reyes")
    said = evidence("Ms Alma Reyes succeeds Mr Tom Vane, who has retired.", start=200)

    assert told("Who is the focal point of Lorvina?", row, said)[1] is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Is the seminar still in Corvan?", "The seminar takes place in Tamar instead of in Corvan."),
        (
            "Le stage commence-t-il toujours le 4 mars 2025 ?",
            "Le stage commence le 9 juin 2025 au lieu du 4 mars 2025.",
        ),
        (
            "Is Mr Sami Haddad still head of the archive?",
            "Ms Lena Moreau succeeds Mr Sami Haddad as head of the archive.",
        ),
        ("Is Mr Sami Haddad still head of the archive?", "Mr Sami Haddad, head of the archive, retired in May."),
    ],
)
def test_what_a_text_says_is_over_is_no_longer_as_a_question_supposes(asked, said):
    question = understand(asked)
    before, later = evidence("An older sentence."), evidence(said, "b.txt", "2025-01-10")

    over = no_longer(question, [before, later], Matcher(question, lambda term: 1.0, {}, {}))

    assert over.best is later


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Is the seminar still in Corvan?", "The seminar was moved from Tamar and takes place in Corvan."),
        (
            "Is Ms Lena Moreau still head of the archive?",
            "Ms Lena Moreau succeeds Mr Sami Haddad as head of the archive.",
        ),
        (
            "Is Ms Lena Moreau still head of the archive?",
            "Ms Lena Moreau is head of the archive, and Mr Haddad has left.",
        ),
        ("Is the seminar still in Corvan?", "The archive has moved to Tamar."),
        ("Is the fee still EUR 75?", "The fee goes up from EUR 60 to EUR 75."),
    ],
)
def test_what_no_text_says_is_over_may_still_be_so(asked, said):
    question = understand(asked)

    found = [evidence("The seminar takes place in Corvan."), evidence(said, "b.txt", "2025-01-10")]

    assert no_longer(question, found, Matcher(question, lambda term: 1.0, {}, {})) is None


def test_what_a_later_text_names_again_is_not_over():
    question = understand("Is the seminar still in Corvan?")
    moved = evidence("The seminar takes place in Tamar instead of in Corvan.", "b.txt", "2025-01-10")
    back = evidence("The seminar takes place in Corvan after all.", "c.txt", "2025-02-10")

    assert no_longer(question, [moved, back], Matcher(question, lambda term: 1.0, {}, {})) is None


def document(path, title, date):
    return DocumentInfo(path=path, sha256="", format="text", language="en", title=title, date=date)


def test_an_amendment_is_known_by_the_title_or_the_day_of_what_it_changes():
    documents = [
        document("agreement.txt", "Agreement with the port of Sanare", "2023-04-10"),
        document("annex.txt", "Amendment 1 to the agreement with the port of Sanare", "2025-03-03"),
        document("report.txt", "Annual report", "2025-02-28"),
        document("erratum.txt", "ERRATUM", "2025-03-17"),
        document("other.txt", "Agreement with the Basin Fund", "2024-01-01"),
    ]
    texts = {"erratum.txt": "In the report of 28 February, please read:"}

    changed = amendments(documents, lambda path: texts.get(path, ""))

    assert changed == {"agreement.txt": ("annex.txt",), "report.txt": ("erratum.txt",)}


OFF = "The webinar on heat stress cannot be held on 12 February 2025."


def test_the_sentence_after_one_that_calls_a_day_off_tells_the_new_one():
    off = evidence(OFF)
    delivery = evidence("We accept 31 January 2025 as the new date for its delivery.", start=200, told=0.2)
    proposed = evidence("I suggest that we hold it on 5 March 2025.", start=len(OFF) + 1, told=0.2)

    assert holds_now(off, [off, delivery, proposed]) is proposed


def test_a_new_day_of_another_matter_does_not_stand_in_the_place_of_one_called_off():
    off = evidence(OFF)
    delivery = evidence("We accept 31 January 2025 as the new date for its delivery.", start=200, told=0.2)
    webinar = evidence("The new date of the webinar is 5 March 2025.", start=300, told=0.8)

    assert holds_now(off, [off, delivery]) is None
    assert holds_now(off, [off, delivery, webinar]) is webinar


@pytest.mark.parametrize(
    ("asked", "old", "new", "value"),
    [
        (
            "When is the webinar?",
            "The webinar on heat is held on 12 February 2025.",
            "The webinar cannot be held on 12 February 2025; I suggest 5 March 2025.",
            "5 March 2025",
        ),
        (
            "What is the budget of the study?",
            "The budget is 48,500 euros: 30,000 euros from the Fund and 18,500 euros from us.",
            "The share of the Fund rises from 30,000 euros to 36,000 euros, so the new total is 54,500 euros.",
            "54,500 euros",
        ),
        (
            "Quelles sont les dates du stage ?",
            "Le stage a lieu du 7 au 10 juin 2026.",
            "Le stage, prévu du 7 au 10 juin 2026, aura lieu du 11 au 14 octobre 2026.",
            "11 au 14 octobre 2026",
        ),
    ],
)
def test_a_later_document_that_says_of_just_this_value_that_it_is_over_is_told_first(asked, old, new, value):
    later = evidence(new, "b.txt", "2025-06-30", vector=APART, score=-1.0, context=0.2, told=0.2)

    assert told(asked, evidence(old), after=Afterwards((later,))) == (value, old)


def test_another_row_of_the_table_is_not_the_final_value_of_a_tentative_one():
    row = evidence("7 | Labour course | Bishkek | 20 October 2025 | tentative")
    other = evidence("8 | Data course | Jakarta | 17 November 2025 | confirmed", start=100)
    rows = [replace(e, sentence=replace(e.sentence, kind="row")) for e in (row, other)]

    assert told("When is the labour course?", *rows)[0] == "20 October 2025"


def test_what_a_document_recalls_gives_way_to_what_it_lays_down():
    old = "Whereas the protocol was concluded for five years and expires on 11 November 2026;"
    new = "Article 9 is replaced by: this protocol remains in force until 31 December 2029."

    assert told("Until when does the protocol run?", evidence(old), evidence(new, start=300))[0] == "31 December 2029"


def test_the_value_beside_a_sentence_that_hardly_answers_is_told():
    best = evidence("The memorandum has still not been signed, long after it was first proposed.", answers=-2.8)
    beside = evidence("The new target for signature is 31 March 2026.", start=200, score=0.5)

    assert told("By which date is the memorandum to be signed?", best, beside)[0] == "31 March 2026"


def test_who_came_in_the_place_of_somebody_who_left_is_told_from_the_next_sentence():
    left = "Ms Ada EKAMBI, Training Officer, leaves the Secretariat on 31 October."
    came = "She is succeeded by Mr Rafael DUMONT."
    later = evidence(came, start=len(left) + 1, score=-1.0)

    value, against = told("Who is the training officer?", evidence(left), later)

    assert (value, against) == ("Mr Rafael DUMONT", left)
    assert told("Who left the Secretariat?", evidence(left), later)[0].startswith("Ms Ada EKAMBI")


def test_a_day_that_the_next_sentence_moves_is_not_the_day():
    planned = "The seventh meeting, which was planned for 21 January 2026, cannot be held."
    moved = "It has been decided to move the meeting to 4 February 2026."

    assert (
        told("When was the seventh meeting held?", evidence(planned), evidence(moved, start=len(planned) + 1))[0]
        == "4 February 2026"
    )
