import pytest

from assistant.reading.document_lists import lists_in
from assistant.reading.inline_lists import inline_list
from ingest.readers.layout import assemble
from ingest.readers.plain import read
from vectorstore import Document


def lists_of(text):
    stored, blocks, _ = assemble(read(text.encode()))
    return lists_in(Document("a.txt", "0" * 64, "txt", "en", "A title", stored, blocks))


def items(listing):
    return [entry.text for entry in listing.entries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The board agreed: a) to open a site; b) to buy two boats; and c) to ask Mr. Ole for help. It closed at six.",
            ["to open a site", "to buy two boats", "to ask Mr. Ole for help"],
        ),
        ("(i) Mr. Ole drafts it; (ii) Dr. Ann sends it.", ["Mr. Ole drafts it", "Dr. Ann sends it"]),
        (
            "Two risks: first, the radios are old; second, the pilot leaves in May.",
            ["the radios are old", "the pilot leaves in May"],
        ),
        (
            "L'agence s'engage, d'une part, à transmettre la carte et, d'autre part, à nommer un agent.",
            ["à transmettre la carte", "à nommer un agent"],
        ),
        ("وقرر المجلس: أولاً، إنشاء مشتل؛ ثانياً، نشر الدليل.", ["إنشاء مشتل", "نشر الدليل"]),
        (
            "It covers three fields: water, soil and the exchange of experts.",
            ["water", "soil", "the exchange of experts"],
        ),
        (
            "Il y a trois domaines : l'eau (puits, forages), la formation et les échanges.",
            ["l'eau (puits, forages)", "la formation", "les échanges"],
        ),
        (
            "Twenty people came. They work in three towns: Alto, Bora and Cira. The course closed on Friday.",
            ["Alto", "Bora", "Cira"],
        ),
        (
            "Three problems: late returns, missing weights; and two mills.",
            ["late returns", "missing weights", "two mills"],
        ),
    ],
)
def test_a_list_inside_a_sentence_is_told_item_by_item(text, found):
    listed = inline_list(text)

    assert listed is not None
    assert [text[start:end] for start, end in listed.items] == found


@pytest.mark.parametrize(
    "text",
    [
        "The course was held in Tunis.",
        "Date: 4 May 2024",
        "Mr. A. Brandt (a) signed.",
        "The first meeting was held in May, the second in June.",
    ],
)
def test_a_sentence_without_a_list_has_none(text):
    assert inline_list(text) is None


def test_a_numbered_list_goes_on_after_a_paragraph_that_belongs_to_an_item():
    (found,) = lists_of(
        "Title\n\nSteps\n\n1. Fill in the form.\n2. Send it.\n\nLate files are kept.\n\n3. Wait for the visit.\n"
    )

    assert items(found) == ["1. Fill in the form.", "2. Send it.", "3. Wait for the visit."]


def test_a_list_that_counts_from_one_again_is_another():
    first, second = lists_of("Title\n\nGoals:\n1. one goal\n2. two goals\n1. a result\n2. more results\n")

    assert (len(first.entries), len(second.entries)) == (2, 2)


def test_paragraphs_marked_by_hand_are_the_items_of_a_list():
    (found,) = lists_of(
        "Title\n\nThe mission recommends:\n\nR1. Repair the bridge.\n\nR2. Buy radios.\n\nR3. Meet twice a year.\n"
    )

    assert items(found) == ["R1. Repair the bridge.", "R2. Buy radios.", "R3. Meet twice a year."]
    assert found.lead == "The mission recommends:"


def test_lines_under_a_word_of_their_own_are_a_list_that_it_names():
    found = lists_of(
        "Title\nDate: 4 May 2024\n\nPresent\nMs. Ilse Brand, Chair\nMr. Paul Hora, Ministry\nDr. Lea Sabri, Institute\n\nMr. Wren was ill.\n"
    )

    assert [(one.lead, len(one.entries)) for one in found] == [("Present", 3)]


def test_the_rows_of_a_table_are_a_list_without_its_totals():
    from assistant.reading.document_lists import without_totals

    (found,) = lists_of(
        "Title\n\nCountry    Seats    Women\nAldor      3        1\nBenma      4        2\nTotal      7        3\n"
    )

    assert [entry.cells[0] for entry in without_totals(found.entries)] == ["Aldor", "Benma"]
    assert found.columns == ("Country", "Seats", "Women")


@pytest.mark.parametrize("unit", ["(a) ", "1. ", "a, ", "first, ", "; ", ": a; ", "(", "أولاً، "])
def test_hostile_repetition_does_not_slow_the_reading_of_lists_down(unit):
    import time

    def seconds(size):
        started = time.perf_counter()
        inline_list(unit * (size // len(unit)))
        return time.perf_counter() - started

    seconds(500)
    small, large = seconds(4_000), seconds(16_000)

    assert large < 40 * small + 0.5


def test_a_sentence_that_its_items_end_introduces_them():
    (found,) = lists_of(
        "Title\n\nAfter a debate of two hours on what was left of the money of last year and of the year before, the board decided to\n1. publish the atlas;\n2. invite the neighbours.\n"
    )

    assert found.lead.endswith("the board decided to")
