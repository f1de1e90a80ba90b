import string

import pytest

from tests.ui.scripted import ATELIER, CENTRES, COUNTRIES, MEETING, SCRIPT, VISIT, answered, cite
from ui import render, words
from ui.dates import day
from ui.escape import labels
from ui.excerpt import around, excerpt_html, locate
from ui.render import Line, Mark


def test_marks_of_citations_are_told_from_the_text():
    answer = answered("q", "41 countries [1][2] and more.\n- an item [2]", [COUNTRIES, CENTRES])

    assert render.lines(answer) == (
        Line("lead", ("41 countries", Mark(1), Mark(2), " and more."), "ltr"),
        Line("item", ("an item", Mark(2)), "ltr"),
    )


def test_a_mark_that_names_no_citation_stays_text():
    answer = answered("q", "See [7] and [2019].", [COUNTRIES])

    assert render.lines(answer) == (Line("lead", ("See [7] and [2019].",), "ltr"),)


def test_a_quote_in_another_language_than_the_answer_keeps_its_direction_and_items_stand_under_each_other():
    arabic = answered("كم؟", "41 دولة [1]\nSee the report of 2024. [1]\n- Dorvane [1]", [COUNTRIES], "ar")

    assert [line.direction for line in render.lines(arabic)] == ["rtl", "ltr", "rtl"]


def test_a_source_line_says_title_date_and_page():
    citation = cite(MEETING, "230 training centres", page=3)

    assert render.source_line(citation, "fr") == f"{MEETING.title} · 16 mai 2024 · page 3"


def test_the_parts_of_a_label_keep_their_own_direction():
    assert labels(["Minutes *of* 2024", "\u202eمحضر\u2069"]) == "\u2068Minutes \\*of\\* 2024\u2069 · \u2068محضر\u2069"


def test_a_long_passage_is_cut_between_words():
    assert render.shortened(MEETING.text[68:600], longest=40) == "Almost two years after their first …"


def test_words_that_stand_in_the_answer_are_not_shown_again_beside_the_source():
    answer = answered("q", f"It is said that {COUNTRIES.quote} [1].", [COUNTRIES, CENTRES])

    assert render.is_said(COUNTRIES, answer)
    assert not render.is_said(CENTRES, answer)


def test_the_kind_of_a_document_is_named_in_the_language_of_the_page():
    assert "compte rendu de réunion" in render.details(COUNTRIES, "meeting report", "fr")
    assert "press cutting" in render.details(COUNTRIES, "press cutting", "ar")


def test_a_complete_table_says_that_nothing_was_left_unread():
    table = SCRIPT["hostile"]("q").table

    assert table is not None
    assert render.coverage(table, "en") == "3 documents considered, none left unread."


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "about 5 s left"), (33, "about 35 s left"), (200, "about 3 min left")]
)
def test_the_time_left_is_no_finer_than_it_deserves(seconds, said):
    assert render.time_left(seconds, "en") == said


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2024-05-29", "29 mai 2024"),
        ("2024-05", "mai 2024"),
        ("2024", "2024"),
        ("2024-13-01", "2024-13-01"),
        ("spring", "spring"),
        (None, None),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(written, shown):
    assert day(written, "fr") == shown


@pytest.mark.parametrize(
    ("locale", "language"), [("fr-FR", "fr"), ("ar_EG", "ar"), ("de-DE", "en"), ("", "en"), (None, "en")]
)
def test_the_page_takes_the_language_of_the_browser(locale, language):
    assert words.page_language(locale) == language


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_phrase_can_be_said_in_every_language(language):
    english, theirs = dict(words.phrases("en")), dict(words.phrases(language))
    theirs.pop("kinds", None)

    assert list(theirs) == list(english)
    assert [key for key, phrase in theirs.items() if not phrase.strip()] == []
    assert {key: fields(phrase) for key, phrase in theirs.items()} == {
        k: fields(phrase) for k, phrase in english.items()
    }


def test_the_kinds_of_documents_have_names_in_every_other_language():
    french, arabic = words.phrases("fr")["kinds"], words.phrases("ar")["kinds"]

    assert list(french) == list(arabic)
    assert words.kind_name("minutes", "fr") == "procès-verbal"
    assert words.kind_name("minutes", "en") == words.kind_name("minutes", "xx") == "minutes"
    assert words.kind_name("a kind of its own", "ar") == "a kind of its own"


def fields(phrase):
    """The names of what is put into a phrase."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_one_thing_is_not_counted_in_the_plural():
    assert words.say("en", "unread_files", count=1) == "1 file not read"
    assert words.say("en", "unread_files", count=2) == "2 files not read"


def test_an_excerpt_keeps_whole_blocks_around_the_quote():
    excerpt = around(MEETING, CENTRES.start, CENTRES.end, reach=200)

    texts = [MEETING.text[block.start : block.end] for block in excerpt.blocks]
    assert any(CENTRES.quote in text for text in texts)
    assert all(text in MEETING.text.split("\n") for text in texts)
    assert excerpt.more_after


def test_a_quote_over_two_blocks_is_marked_in_both():
    start = MEETING.text.index("66 countries.")
    end = MEETING.text.index("next steps")

    markup = excerpt_html(MEETING, around(MEETING, start, end), start, end)

    assert "<mark>66 countries.</mark>" in markup
    assert "<mark>Agreed </mark>" in markup


def test_a_cited_row_is_shown_in_its_table():
    citation = cite(ATELIER, "Orlune | 4")

    markup = excerpt_html(ATELIER, around(ATELIER, citation.start, citation.end), citation.start, citation.end)

    assert '<tr><td dir="auto"><mark>Orlune</mark></td><td dir="auto"><mark>4</mark></td></tr>' in markup


def test_a_quote_is_found_again_in_a_document_that_grew():
    citation = cite(VISIT, "39 دولة")

    assert locate(VISIT, citation.start + 5, citation.end + 5, citation.quote) == (citation.start, citation.end)
    assert locate(VISIT, 0, 4, "is not there") is None
