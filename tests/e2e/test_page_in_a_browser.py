"""The page over the scripted assistant, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def _inside(box, viewport):
    return box["x"] >= -1 and box["x"] + box["width"] <= viewport["width"] + 1


def test_the_page_paints_at_once_shows_the_first_ingest_and_goes_on_by_itself(browse, address):
    visitor = browse(address)

    visitor.sees(".st-key-first_ingest")
    visitor.sees(".sanad-steps .now")
    visitor.ready()
    assert visitor.page.evaluate("document.documentElement.lang") == "en"


def test_a_citation_opens_beside_the_answer_with_its_words_highlighted(browse, address):
    visitor = browse(address).ready()

    visitor.click("text=How many member countries?")
    visitor.sees("text=41 member countries.")
    visitor.click("[class*=st-key-mark_0_0] button")

    mark = visitor.sees(".st-key-source mark")
    answer, source = visitor.sees(".sanad-lead").bounding_box(), visitor.sees(".st-key-source").bounding_box()
    assert mark.inner_text() == "the Centre now serves 41 member countries and runs nine programmes"
    assert visitor.style(".st-key-source mark", "backgroundColor") not in ("rgba(0, 0, 0, 0)", "transparent")
    assert answer["x"] + answer["width"] <= source["x"] + 1
    assert mark.bounding_box()["y"] + mark.bounding_box()["height"] <= 800


def test_the_keyboard_goes_to_the_source_and_back(browse, address):
    visitor = browse(address).ready().ask("How many member countries?")
    button = visitor.page.locator("[class*=st-key-mark_0_0] button >> visible=true")

    button.focus()
    visitor.page.keyboard.press("Enter")
    visitor.sees(".st-key-source mark")
    visitor.page.wait_for_function("document.activeElement.closest('.st-key-source') !== null")
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_selector(".st-key-source", state="detached")

    visitor.page.wait_for_function("document.activeElement.closest('[class*=st-key-mark_0_0]') !== null")
    visitor.idle()
    assert visitor.page.evaluate("document.activeElement.closest('[class*=st-key-mark_0_0]') !== null")


def test_the_keyboard_goes_back_to_a_button_that_was_drawn_anew_meanwhile(browse, address):
    visitor = browse(address).ready().ask("How many member countries?")
    button = visitor.page.locator("[class*=st-key-mark_0_0] button >> visible=true")

    button.press("Enter")
    visitor.sees(".st-key-source mark")
    button.evaluate("(button) => button.replaceWith(button.cloneNode(true))")
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_selector(".st-key-source", state="detached")

    visitor.page.wait_for_function("document.activeElement.closest('[class*=st-key-mark_0_0]') !== null")


def test_a_pdf_is_shown_as_the_page_itself_and_as_text(browse, address):
    visitor = browse(address).ready().ask("When was HEALTH-Reach launched?").click("[class*=st-key-mark_0_0] button")

    picture = visitor.sees(".st-key-page_picture img")
    visitor.page.wait_for_function("document.querySelector('.st-key-page_picture img').naturalWidth > 500")
    assert "with the cited words marked" in picture.get_attribute("alt")
    visitor.click("[data-testid=stTab] >> nth=1")
    assert "launched on 7 April 2025" in visitor.sees(".st-key-source mark").inner_text()


def test_what_is_not_covered_looks_different_and_offers_the_nearest_passages(browse, address):
    visitor = browse(address).ready().ask("What is the budget?")

    visitor.sees(".sanad-panel.refusal")
    assert visitor.page.locator("[class*=st-key-mark_]").count() == 0
    visitor.click("[class*=st-key-near_0_1] button")
    assert visitor.sees(".st-key-source mark").inner_text() == "34 participants"


def test_a_row_of_a_table_opens_its_source(browse, address):
    visitor = browse(address).ready().ask("Which programmes?")

    table = visitor.sees(".sanad-table table")
    assert table.locator("thead th").all_inner_texts() == ["Programme", "Sector", "Year", "Sources"]
    visitor.page.get_by_role("button", name="Open source 2").last.click()
    visitor.idle()
    assert "230 training centres" in visitor.sees(".st-key-source mark").inner_text()


def test_hostile_text_is_shown_and_does_nothing(browse, address):
    visitor = browse(address).ready().ask("hostile").click("[class*=st-key-source_0_0] button")

    assert "<img src=x" in visitor.sees(".sanad-lead").inner_text()
    assert "<script>" in visitor.sees(".st-key-source .sanad-excerpt").inner_text()
    assert visitor.page.locator("img:not([src^='/'])").count() == 0
    assert visitor.page.locator("a[href*='evil']").count() == 0
    assert visitor.page.locator("[onerror]").count() == 0


def test_arabic_runs_right_to_left_in_an_english_page(browse, address):
    visitor = browse(address).ready().ask("كم عدد الدول الأعضاء؟").click("[class*=st-key-source_0_0] button")

    lead, room = visitor.sees(".sanad-lead").bounding_box(), visitor.sees("[class*=st-key-answer_ar]").bounding_box()
    assert abs((lead["x"] + lead["width"]) - (room["x"] + room["width"])) < 3
    assert visitor.style(".st-key-source .sanad-excerpt", "direction") == "rtl"


def test_the_page_in_arabic_is_mirrored(browse, address):
    visitor = (
        browse(address, locale="ar-EG").ready().ask("كم عدد الدول الأعضاء؟").click("[class*=st-key-mark_0_0] button")
    )

    source = visitor.sees(".st-key-source").bounding_box()
    assert source["x"] == 0
    assert visitor.page.evaluate("document.documentElement.lang") == "ar"


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_source_lies_over_the_answer(browse, address):
    visitor = browse(address, **PHONE).ready().ask("How many member countries?").ask("Which programmes?")

    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert _inside(visitor.sees(".sanad-table").bounding_box(), PHONE["viewport"])
    visitor.click("[class*=st-key-mark_1_0] button")
    sheet = visitor.sees(".st-key-source").bounding_box()
    assert sheet["x"] == 0
    assert sheet["width"] == 390
    visitor.click(".st-key-close_source button")
    visitor.page.wait_for_selector(".st-key-source", state="detached")


def test_in_the_dark_the_marked_words_can_still_be_read(browse, address):
    visitor = (
        browse(address, color_scheme="dark")
        .ready()
        .ask("How many member countries?")
        .click("[class*=st-key-mark_0_0] button")
    )

    visitor.sees(".st-key-source mark")
    assert (
        _contrast(
            visitor.style(".st-key-source mark", "color"), visitor.style(".st-key-source mark", "backgroundColor")
        )
        >= 4.5
    )
    assert _contrast(visitor.style(".sanad-lead", "color"), visitor.style(".stApp", "backgroundColor")) >= 7


def test_a_click_while_an_answer_is_computed_does_not_lose_it_and_a_stop_does(browse, address):
    visitor = browse(address).ready().ask("How many member countries?")
    field = visitor.page.get_by_test_id("stChatInputTextArea")

    field.fill("slow")
    field.press("Enter")
    visitor.sees("[class*=st-key-stop_1] button")
    visitor.click("[class*=st-key-mark_0_0] button")
    visitor.sees(".st-key-source mark")
    visitor.sees(".st-key-exchange_1 .refusal")
    visitor.click(".st-key-close_source button")
    field.fill("slow")
    field.press("Enter")
    visitor.click("[class*=st-key-stop_2] button")

    visitor.sees("text=Stopped. Ask again whenever you like.")


def test_the_newest_question_is_brought_into_view(browse, address):
    visitor = browse(address).ready()

    for question in (
        "How many member countries?",
        "Which programmes?",
        "How many member countries?",
        "What is the budget?",
    ):
        visitor.ask(question)
    visitor.page.wait_for_timeout(900)

    top = visitor.page.locator(".st-key-exchange_3 .sanad-question").bounding_box()["y"]
    assert 0 <= top < 300


def test_the_files_that_were_not_read_are_one_click_away(browse, address):
    visitor = browse(address).ready().click(".st-key-unread button")

    assert "Has no text layer" in visitor.sees(".sanad-unread").inner_text()


def test_those_who_listen_hear_the_answer_and_the_names_of_its_marks(browse, address):
    visitor = browse(address).ready().ask("How many member countries?")

    visitor.page.wait_for_function("document.getElementById('sanad-crier').textContent.includes('41 member countries')")
    assert visitor.page.get_by_role("button", name="Open source 1").count() >= 1
    assert visitor.page.locator("[aria-current=page]").first.inner_text() == "Ask"


def _contrast(one, other):
    def light(colour):
        parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)
