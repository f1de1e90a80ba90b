"""The pages of the register and of the library over the scripted assistant, in a real browser."""

import io

import openpyxl
import pytest

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def come(visitor, path, shows=".sanad-table tbody tr"):
    visitor.ready().come(path).sees(shows)
    return visitor.idle()


def names(visitor):
    return visitor.page.locator(".sanad-table td.link button").all_inner_texts()


def test_a_reader_sorts_limits_opens_a_row_and_goes_back(browse, address):
    visitor = browse(address).ready().click(".st-key-go_register button")
    visitor.sees(".sanad-table tbody tr")

    for _ in range(2):
        visitor.page.get_by_role("button", name="Date", exact=True).click()
        visitor.idle()
    newest = names(visitor)[0]
    visitor.page.get_by_role("button", name="Show the words behind: Second Meeting").click()
    visitor.page.wait_for_function("document.activeElement.closest('.st-key-source') !== null")
    marked = visitor.sees(".st-key-source mark").inner_text()
    link = visitor.page.url
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_selector(".st-key-source", state="detached")
    visitor.page.go_back()
    visitor.sees(".st-key-source mark")

    assert newest == "Second Meeting between MERSTAT and INVA"
    assert visitor.page.locator("th[aria-sort=descending]").inner_text().startswith("Date")
    assert marked == "Almost two years after their first exchange"
    assert "order=-date" in link
    assert "row=met" in link


def test_a_link_to_the_register_shows_what_it_showed_and_hostile_rows_do_nothing(browse, address):
    visitor = come(browse(address), "/?view=register&words=onerror&row=strange")

    assert names(visitor)[0].startswith("<img src=x")
    visitor.sees(".st-key-source mark")
    assert visitor.page.locator("img:not([src^='/'])").count() == 0
    assert visitor.page.locator("[onerror]").count() == 0
    assert visitor.page.locator("a[href*='evil']").count() == 0


def test_a_number_of_the_heat_map_leads_to_its_rows(browse, address):
    visitor = come(browse(address), "/?view=register&show=partners")

    visitor.page.get_by_role("button", name="(INVA), 2024: 1").click()
    visitor.sees(".sanad-table td.link")

    visitor.page.wait_for_function("document.querySelectorAll('.sanad-table tbody tr').length === 1")
    assert names(visitor) == ["Second Meeting between MERSTAT and INVA"]


def test_the_rows_shown_are_downloaded_with_their_sources_and_without_formulas(browse, address, tmp_path):
    visitor = come(browse(address), "/?view=register&words=onerror")

    with visitor.page.expect_download() as found:
        visitor.page.locator(".st-key-export_xlsx button >> visible=true").click()
    found.value.save_as(tmp_path / "rows.xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "rows.xlsx").read_bytes())).active
    assert found.value.suggested_filename == "sanad-event.xlsx"
    assert {cell.data_type for cell in sheet[2] if cell.value} == {"s"}


def test_on_a_phone_rows_are_cards_and_nothing_is_wider_than_the_screen(browse, address):
    visitor = come(browse(address, **PHONE), "/?view=register")

    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert visitor.style(".sanad-table td", "display") == "block"
    visitor.come("/?view=register&show=timeline").sees(".sanad-timeline li")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_register_in_arabic_is_mirrored(browse, address):
    visitor = come(browse(address, locale="ar-EG"), "/?view=register")

    title, page = visitor.sees(".sanad-title").bounding_box(), visitor.sees(".st-key-view_register").bounding_box()
    assert abs(title["x"] + title["width"] - page["x"] - page["width"]) < 3
    assert visitor.style(".sanad-table table", "direction") == "rtl"
    languages = visitor.sees(".st-key-language [role=radiogroup]").bounding_box()
    assert abs(languages["x"] - page["x"]) < 3


def test_a_name_in_another_script_begins_where_its_column_begins(browse, address):
    visitor = come(browse(address, locale="ar-EG"), "/?view=register")

    cell = visitor.sees("td.link:has-text('Second Meeting')").bounding_box()
    name = visitor.sees("td.link button:has-text('Second Meeting')").bounding_box()

    assert 0 <= cell["x"] + cell["width"] - name["x"] - name["width"] < 20


def test_a_document_of_the_library_opens_beside_it(browse, address):
    visitor = come(browse(address), "/?view=library")

    visitor.page.get_by_role("button", name="Open the document: Second Meeting").click()

    assert "Almost two years after" in visitor.sees(".st-key-source .sanad-excerpt").inner_text()
