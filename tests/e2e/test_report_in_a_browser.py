"""The HTML report in a real browser, opened as a file."""

import pytest

from assistant.evaluation.compare import compare
from assistant.evaluation.report_html import html_report
from tests.assistant.evaluation.reported import FOUR, PROBES, hostile, result, run

pytestmark = pytest.mark.browser


@pytest.fixture
def report(browser, tmp_path):
    """Opens a report; a complaint of the browser, a request or a dialog fails the test."""
    before = run(
        result("a", right=False, text="4 March 2024 [1]"), *FOUR[1:], id="r1", started="2026-02-01T12:00:00+00:00"
    )
    after = run(*FOUR, hostile())
    file = tmp_path / "report.html"
    file.write_text(html_report(after, compare(before, after), [before], PROBES), encoding="utf-8")
    strayed, open_ones = [], []

    def open_report(**looks):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **looks})
        open_ones.append(context)
        page = context.new_page()
        page.on("console", lambda message: strayed.append(message.text))
        page.on("pageerror", lambda error: strayed.append(str(error)))
        page.on("request", lambda request: request.url.startswith("file:") or strayed.append(request.url))
        page.on("dialog", lambda dialog: (strayed.append(dialog.message), dialog.dismiss()))
        page.goto(file.as_uri())
        return page

    yield open_report
    for context in open_ones:
        context.close()
    assert strayed == []


def shown(page):
    return page.locator(".case:visible .id").all_inner_texts()


def test_cases_are_filtered_and_searched(report):
    page = report()

    page.select_option("#mark", "wrong")
    wrong = shown(page)
    page.select_option("#language", "ar")
    arabic = shown(page)
    page.select_option("#mark", "better")
    page.select_option("#language", "")
    better = shown(page)
    page.select_option("#mark", "")
    page.fill("#search", "FORMATION quand")

    assert wrong[:2] == ["b", "c"]
    assert arabic == ["c"]
    assert better == ["a"]
    assert shown(page) == ["b"]
    assert page.locator("#shown").inner_text() == "1 of 5"


def test_the_search_finds_arabic_without_its_marks(report):
    page = report()

    page.fill("#search", "تعقد الدوره")

    assert shown(page) == ["c"]


def test_a_change_leads_to_its_case_though_it_was_filtered_away(report):
    page = report()
    page.select_option("#mark", "wrong")

    page.click('.list.better a[href="#case-a"]')

    page.wait_for_selector("#case-a details[open]")
    assert page.evaluate("document.activeElement.closest('.case').id") == "case-a"


def test_the_keyboard_reaches_the_search_and_opens_a_case(report):
    page = report()

    page.keyboard.press("/")
    page.keyboard.type("formation")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_selector("#case-b details[open]")
    assert page.locator("#case-b .why").is_visible()


def test_on_paper_the_wrong_cases_stand_whole(report):
    page = report()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    assert page.locator("#case-b .why").is_visible()
    assert not page.locator("#case-d .inside").is_visible()
    assert not page.locator("#filters").is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_sticks_out_to_the_side(report, width):
    page = report(viewport={"width": width, "height": 800})

    page.click("#open-all")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_arabic_runs_right_to_left_inside_the_english_page(report):
    page = report()

    assert page.locator("#case-c .question").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("#case-b .question").evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_the_dark_page_is_dark(report):
    page = report(color_scheme="dark")

    red, green, blue = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(red, green, blue) < 60
