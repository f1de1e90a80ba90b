import re
import threading

import pytest

from assistant import AssistantError
from tests.ui.scripted import COUNTRIES, MEETING, ScriptedAssistant, answered, cite
from tests.ui.visitor import Page
from ui.background import IngestRun
from vectorstore import IndexBusyError, Progress


def test_an_empty_page_offers_questions_in_the_languages_of_the_archive(page):
    labels = [page.app.button(key=key).label for key in page.keys("example_")]

    assert 4 <= len(labels) <= 6
    assert labels[0] == "How many member countries?"
    assert any("الدول" in text for text in labels)
    assert any("atelier" in text for text in labels)


def test_a_click_on_an_example_asks_it(page, assistant):
    page.click("example_0")

    assert assistant.asked[0][0] == "How many member countries?"
    assert "41 member countries." in page.html


def test_an_answer_shows_its_words_its_marks_and_its_sources(page):
    page.ask("How many member countries?")

    assert "41 member countries." in page.html
    assert "[1]" not in page.html
    assert [page.app.button(key=key).label for key in page.keys("mark_0")] == ["1", "2"]
    assert "Second Meeting between MERSTAT and INVA" in page.app.button(key="source_0_0").label


def test_a_mark_opens_its_source_with_the_words_marked_in_their_surroundings(page):
    page.ask("How many member countries?").click(page.keys("mark_0_0")[0])

    assert "<mark>the Centre now serves 41 member countries and runs nine programmes</mark>" in page.html
    assert "Department of MERSTAT, reported that" in page.html
    assert "2024/meeting-16-may-2024.txt" in page.html
    assert "16 May 2024" in page.html
    assert "meeting report" in page.html


def test_one_pages_through_the_sources_of_an_answer_and_closes_them(page):
    page.ask("How many member countries?").click("source_0_0").click("next_source")
    second = page.html
    page.click("close_source")

    assert "<mark>the Network had grown to 230 training centres in 66 countries</mark>" in second
    assert "<mark>" not in page.html


def test_the_whole_document_can_be_shown(page):
    page.ask("How many member countries?").click("source_0_0")
    before = page.html

    page.app.toggle(key="whole_document").set_value(True).run()

    assert "point 24 of the agenda" not in before
    assert "point 24 of the agenda" in page.html
    assert "<mark>" in page.html


def test_the_quote_can_be_copied_with_where_it_stands(page):
    page.ask("How many member countries?").click("source_0_0")

    copied = page.app.code[0].value
    assert "the Centre now serves 41 member countries and runs nine programmes" in copied
    assert MEETING.path in copied


def test_a_refusal_looks_different_and_its_nearest_passages_open_the_same_way(page):
    page.ask("What is the budget?")
    refused = page.html
    page.click("near_0_1")

    assert "The documents do not say" in refused
    assert 'class="sanad-panel refusal not_in_documents"' in refused
    assert not page.keys("mark_")
    assert "<mark>34 participants</mark>" in page.html


@pytest.mark.parametrize(
    ("question", "reason"),
    [("Who is ZORP?", "A name the documents do not know"), ("ما الميزانية؟", "لا تذكر الوثائق ذلك")],
)
def test_the_reason_of_a_refusal_is_said_in_the_language_of_the_question(page, question, reason):
    page.ask(question)

    assert reason in page.html


def test_a_table_says_how_many_documents_it_rests_on(page):
    page.ask("Which programmes?")

    assert "36 documents considered, 1 could not be read. The list may be incomplete." in page.html
    assert page.app.get("bidi_component")


def test_how_a_question_was_understood_is_said_and_what_could_not_be_applied(page):
    page.ask("Which programmes?")

    assert "Understood as: list of programmes" in page.html
    assert page.app.button(key="limit_0_0").label == "in 2024"
    assert "the answer does without: blue" in page.html
    assert "http:/" not in page.app.button(key="limit_0_1").label


def test_a_limit_is_taken_away_by_asking_again_and_a_second_one_adds_to_it(page, assistant):
    page.ask("How many member countries?").ask("Which programmes?").click("limit_1_0").click("limit_2_1")

    assert assistant.lifted[2:] == [frozenset({"date"}), frozenset({"date", "word:x"})]
    assert [turn.content for turn in assistant.asked[3][1] if turn.role == "user"] == ["How many member countries?"]
    assert "without: in 2024" in page.html


def test_an_arabic_answer_runs_right_to_left_and_keeps_the_direction_of_its_quote(page):
    page.ask("كم عدد الدول الأعضاء؟").click("source_0_0")

    assert re.search(r'<span lang="ar" dir="auto" class="sanad-lead">يبلغ', page.html)
    assert re.search(r'class="sanad-excerpt" lang="ar" dir="rtl"', page.html)


@pytest.mark.parametrize(("locale", "welcome"), [("fr-CA", "Que souhaitez-vous savoir ?"), ("ar", "ماذا تودّ أن تعرف؟")])
def test_the_page_speaks_three_languages(assistant, locale, welcome):
    page = Page(lambda: assistant, locale=locale).ready()

    assert welcome in page.html


def test_the_questions_before_go_along_with_the_next_one(page, assistant):
    page.ask("How many member countries?").ask("Which programmes?")

    roles = [(turn.role, turn.content[:10]) for turn in assistant.asked[1][1]]
    assert roles == [("user", "How many m"), ("assistant", "41 member ")]


def test_a_new_conversation_forgets_the_old_one(page, assistant):
    page.ask("How many member countries?").click("new_conversation").ask("Which programmes?")

    assert "41 member countries." not in page.html
    assert assistant.asked[1][1] == ()


def test_two_people_do_not_see_each_other(assistant):
    one, other = Page(lambda: assistant).ready(), Page(lambda: assistant).ready()

    one.ask("How many member countries?")
    other.app.run()

    assert "41 member countries." in one.html
    assert "41 member countries." not in other.html


def test_a_long_answer_can_be_stopped_and_its_outcome_is_dropped(page):
    page.ask("slow").click("stop_0")

    assert "Stopped." in page.html


def test_a_click_while_an_answer_is_computed_does_not_lose_it():
    go_on = threading.Event()

    def wait(question):
        go_on.wait(20)
        return answered(question, "At last. [1]", [cite(MEETING, "230 training centres")])

    page = Page(lambda: ScriptedAssistant({"wait": wait})).ready().ask("How many member countries?").ask("wait")
    page.click("source_0_0")
    go_on.set()

    page.until(lambda: "At last." in page.html)
    assert "<mark>" in page.html


def test_an_answer_is_shown_while_it_is_being_worded_and_replaced_when_it_is(page, assistant):
    go_on = threading.Event()

    def worded():
        go_on.wait(20)
        yield answered("q", "The Centre has 41 member countries. [1]", [COUNTRIES])

    assistant.reworded["How many member countries?"] = worded()
    page.ask("How many member countries?")
    first = page.html
    go_on.set()

    page.until(lambda: "The Centre has 41 member countries." in page.html)
    assert "41 member countries." in first
    assert "Wording the answer" in first
    assert "Wording the answer" not in page.html


def test_a_failure_is_one_sentence(page):
    page.ask("broken")

    assert "The index is damaged; run sanad ingest again." in page.html


def test_a_fault_of_ours_shows_none_of_its_details(page, caplog):
    page.ask("bug")

    assert "Something went wrong here" in page.html
    assert "secret detail" not in page.html
    assert "secret detail" in caplog.text


def test_a_question_that_is_too_long_is_turned_away_with_its_text_kept(page, assistant):
    page.ask("x" * 2001)

    assert "The question has 2001 characters; please ask in at most 2000." in page.html
    assert page.app.code[0].value == "x" * 2001
    assert assistant.asked == []


def test_a_question_of_nothing_but_spaces_is_no_question(page, assistant):
    page.ask("   ")

    assert assistant.asked == []


def test_a_document_that_is_gone_still_shows_the_words_that_were_cited(page, assistant):
    page.ask("How many member countries?")
    del assistant.stored[MEETING.path]
    page.click("source_0_0")

    assert "is no longer in the index" in page.html
    assert "<mark>the Centre now serves 41 member countries and runs nine programmes</mark>" in page.html


def test_the_footer_counts_the_documents_and_leads_to_the_files_that_were_not_read(page):
    assert "4 documents" in page.html
    assert "24 November 2024" in page.html
    assert page.app.button(key="unread").label == "1 file not read"
    page.click("unread")

    assert "2022/scan.pdf" in page.html
    assert "Has no text layer" in page.html


def test_a_snapshot_published_while_the_page_is_open_shows_in_the_footer(page, assistant):
    assistant.snapshot = "20241125-new1"

    page.until(lambda: "125-new1" in page.html)


def test_hostile_text_is_shown_letter_by_letter(page):
    page.ask("hostile").click("source_0_0")

    assert "<img" not in page.html
    assert "<script" not in page.html
    assert "<b>" not in page.html
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in page.html
    label = page.app.button(key="source_0_0").label
    assert "\\!\\[p\\]\\(" in label
    assert "http:/" not in label
    assert not page.app.markdown


# --- before there is an index ---


def _first_ingest(assistant, work):
    def begin():
        def run(report):
            unread = work(report)
            assistant.there = True
            return unread

        return IngestRun(run)

    return begin


def test_the_first_ingest_shows_how_far_it_is_and_the_page_goes_on_by_itself(assistant):
    assistant.there = False
    go_on = threading.Event()

    def work(report):
        report(Progress("reading", 12, 48, "2024/<b>report</b>.txt"))
        go_on.wait(20)
        return True

    page = Page(lambda: assistant, _first_ingest(assistant, work))
    page.until(lambda: "&lt;b&gt;report" in page.html and page.app.chat_input(key="question").disabled)
    progress = page.app.get("progress")[0].proto.text
    detail, disabled = page.html, page.app.chat_input(key="question").disabled
    go_on.set()

    page.ready()
    assert "Reading · 12 of 48" in progress
    assert "2024/&lt;b&gt;report&lt;/b&gt;.txt" in detail
    assert disabled


def test_an_ingest_that_fails_says_why_and_can_be_tried_again(assistant):
    assistant.there = False
    tries = []

    def work(report):
        tries.append(1)
        if len(tries) == 1:
            from ingest import IngestError

            raise IngestError("The disk is full; free some space and try again.")
        return False

    page = Page(lambda: assistant, _first_ingest(assistant, work))
    page.until(lambda: "The disk is full" in page.html)
    page.click("open_again").ready()

    assert len(tries) == 2


def test_an_index_that_another_process_builds_is_waited_for(assistant):
    assistant.there = False

    def work(report):
        raise IndexBusyError("Another ingest is writing.")

    page = Page(lambda: assistant, _first_ingest(assistant, work))
    page.until(lambda: "Another ingest is building the index" in page.html)
    assistant.there = True

    page.ready()


def test_without_an_index_and_without_a_first_ingest_the_page_says_what_to_do(assistant):
    assistant.there = False
    page = Page(lambda: assistant)

    page.until(lambda: "run sanad ingest FOLDER" in page.html)


def test_an_assistant_that_cannot_be_made_is_one_sentence():
    def make():
        raise AssistantError("SANAD_STORE_MODLE is not a setting; did you mean SANAD_STORE_MODEL?")

    page = Page(make)

    page.until(lambda: "did you mean SANAD_STORE_MODEL?" in page.html)
