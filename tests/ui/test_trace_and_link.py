from tests.ui.scripted import ScriptedAssistant
from tests.ui.visitor import Page


def test_how_an_answer_was_found_is_told_with_what_was_dropped_and_why(page):
    page.ask("How many member countries?")

    assert [expander.label for expander in page.app.expander] == ["How this answer was found"]
    for said in (
        "countri: pays, دولة",
        "2 passages in 2 documents",
        "42 sentences weighed; the best 2:",
        "lacks a name asked about",
        "search 12 ms",
        "20241124-0001",
    ):
        assert said in page.html
    assert '<tr class="kept">' in page.html


def test_a_trace_is_shown_letter_by_letter_and_in_the_language_of_the_page(assistant):
    page = Page(lambda: assistant, locale="fr").ready().ask("How many member countries?")

    assert "sans un nom demandé" in page.html
    assert "<img" not in page.html


def test_a_question_that_takes_something_over_is_shown_as_it_was_understood(page):
    page.ask("How many member countries?").ask("Which programmes?")

    assert "Understood as: MERSTAT: How many member countries?" in page.html


def test_an_answer_is_linked_to_and_shown_again_to_somebody_else(page, assistant):
    page.ask("How many member countries?").click("link_0")
    link = page.app.code[0].value
    other = Page(lambda: assistant, at={"answer": link.split("answer=")[1]})
    other.until(lambda: "41 member countries." in other.html)

    assert "An answer of 24 November 2024, given again from snapshot 0001." in other.html
    assert "this is not to the letter the answer of then" in other.html
    assert "Asked before: &lt;img" in other.html
    assert len(assistant.asked) == 1


def test_the_next_question_after_a_linked_answer_goes_on_from_it_and_leaves_the_link(page, assistant):
    page.ask("How many member countries?").click("link_0")
    other = Page(lambda: assistant, at={"answer": "id-0"})
    other.until(lambda: "41 member countries." in other.html).ask("Which programmes?")

    assert "answer" not in other.app.query_params
    assert assistant.asked[-1][1][-1].content.startswith("41 member countries.")


def test_a_link_that_leads_nowhere_says_so_and_one_can_still_ask(assistant):
    page = Page(lambda: assistant, at={"answer": "../../etc/passwd"})
    page.until(lambda: "No answer is kept under this link" in page.html).ask("Which programmes?")

    assert "Two programmes are named." in page.html


def test_a_link_that_cannot_be_kept_says_why(page):
    page.ask("Who is ZORP?").click("link_0")

    assert "links cannot be kept (disk full)" in page.html


def test_a_fault_of_ours_on_a_page_is_one_sentence(caplog):
    class Broken(ScriptedAssistant):
        def register(self, **_):
            raise ZeroDivisionError("secret detail")

    page = Page(Broken, at={"view": "register"})
    page.until(lambda: "Something went wrong here" in page.html)

    assert "secret detail" not in page.html
    assert "secret detail" in caplog.text
