"""The two reports: what they say, and that nothing foreign can do anything in them."""

import base64
import hashlib
import html
import re
from html.parser import HTMLParser

import pytest

from assistant.evaluation.compare import compare
from assistant.evaluation.figures import where_it_failed
from assistant.evaluation.report_html import html_report
from assistant.evaluation.report_markdown import markdown_report
from assistant.evaluation.values import Comparison
from tests.assistant.evaluation.reported import FOUR, HOSTILE, PROBES, hostile, result, run


class Tags(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def comparison(**given):
    known = {"changes": (), "difference": {}, "by_kind": {}, "by_language": {}, "warnings": (), "regressed": False}
    return Comparison(**{**known, **given})


# --- HTML ---


def test_the_page_asks_for_nothing_and_allows_its_own_style_and_script_only():
    page = html_report(run(*FOUR, hostile()), None, [], PROBES)

    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1]
    style, script = (
        re.search(r"<style>(.*?)</style>", page, re.S)[1],
        re.search(r"<script>(.*?)</script>", page, re.S)[1],
    )
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert policy.startswith("default-src 'none';")
    assert all(f"'sha256-{digest}'" in policy for digest in hashes)
    assert not re.search(r"url\(|@import|fetch\(|https?://", style + script)


def test_no_element_comes_from_a_question_or_a_document():
    tags = Tags(html_report(run(hostile()), compare(run(hostile()), run(hostile())), [run(hostile())], PROBES)).found

    assert [tag for tag, _ in tags].count("script") == 1
    assert not {"img", "iframe", "link", "object"} & {tag for tag, _ in tags}
    assert not [
        name for _, attributes in tags for name in attributes if name.startswith("on") or name in ("style", "src")
    ]
    assert all(a["href"].startswith("#case-") for tag, a in tags if tag == "a")


def test_the_headline_gives_the_share_with_its_interval():
    page = html_report(run(*FOUR), None, [])

    assert "50\u00a0%" in page
    assert "right: 2 of 4 · 95 % interval 0\u00a0% to 100\u00a0%" in page


@pytest.mark.parametrize(("regressed", "said"), [(True, "Regressed"), (False, "No regression")])
def test_the_verdict_and_the_warnings_come_first(regressed, said):
    page = html_report(run(*FOUR), comparison(regressed=regressed, warnings=("The snapshots differ.",)), [])

    body = page[page.index("<body>") :]
    assert body.index(said) < body.index("The snapshots differ.") < body.index("right: 2 of 4")


def test_a_case_shows_question_expected_got_citation_scores_and_why():
    page = html_report(run(*FOUR), None, [])

    case = page[page.index('id="case-b"') :].split("</li><li", 1)[0]
    for part in (
        "Quand a lieu la formation ?",
        "22 April 2024",
        "4 mars 2024 [1]",
        "It will now be held on 22 April 2024.",
        "2024/notice.txt",
        "2024-01-15 · page 2 · 10–40",
        "Not said: 22 April 2024.",
        "graded (advice)",
        "0.75",
        "must_include (no string must appear)",
    ):
        assert part in page[page.index(case) :], part


def test_an_arabic_question_keeps_its_direction_and_a_refusal_its_nearest_passages():
    page = html_report(run(*FOUR), None, [])

    assert '<span class="question" dir="auto" lang="ar">متى تُعقد الدورة؟</span>' in page
    assert "Refused: not_in_documents" in page
    assert "Nearest passages shown" in page


def test_what_changed_leads_to_its_case():
    before = run(result("a", right=False, text="4 March 2024 [1]"), *FOUR[1:], result("gone"), id="r1")

    page = html_report(run(*FOUR), compare(before, run(*FOUR)), [])

    changed = page[page.index("What changed") : page.index("Questions</h2>")]
    assert '<a href="#case-a">a</a>' in changed
    assert "Missing (1)" in changed
    assert "<b>gone</b>" in changed
    assert 'data-state="better"' in page


def test_the_slope_draws_the_last_runs_oldest_first():
    earlier = [run(*FOUR[:1], id=f"r{day}", started=f"2026-02-{day:02}T00:00:00+00:00") for day in range(20, 0, -1)]

    page = html_report(run(*FOUR), None, earlier)

    said = re.search(r'aria-label="Right answers in the last runs: ([^"]+)"', page)[1].split(", ")
    assert len(said) == 12
    assert said[0] == "2026-02-10 100\u00a0%"
    assert said[-1] == "2026-03-01 50\u00a0%"


def test_a_single_run_has_no_slope():
    assert "Last runs" not in html_report(run(*FOUR), None, [])


def test_the_probes_have_their_section_with_what_did_not_hold():
    page = html_report(run(*FOUR), None, [], PROBES)

    assert "2 (1 skipped)" in page
    assert "What did not hold (1)" in page
    assert "When is the crouse?" in page


def test_a_run_of_nothing_is_still_a_page():
    assert "0 of 0" not in html_report(run(), None, [])


# --- Markdown ---


def test_the_markdown_says_the_share_and_the_verdict_in_its_title():
    said = markdown_report(run(*FOUR), comparison(regressed=True))

    assert said.startswith("## harbour: 50\u00a0% of 4 right – **regressed**")


def test_the_markdown_names_what_got_worse_before_the_figures():
    before = run(*FOUR[:3], result("d", right=True), id="r1")
    after = run(*FOUR[:3], result("d", right=False), id="r2")

    said = markdown_report(after, compare(before, after))

    assert said.index("### Worse (1)") < said.index("- **d**") < said.index("### Scores")


def test_the_markdown_shows_foreign_text_letter_by_letter():
    said = markdown_report(run(hostile()), compare(run(hostile()), run(hostile())), PROBES)

    assert "<img" not in said
    assert "<script" not in said
    assert "![p](" not in said
    assert "http://" not in said
    assert "@someone" not in said
    assert html.unescape(re.sub(r"[\\\u2060]", "", said)).count(HOSTILE[:20]) >= 3


def test_the_markdown_of_many_wrong_cases_fits_a_comment():
    long = "why " * 500

    said = markdown_report(run(*(result(str(n), right=False, question=long, text=long) for n in range(500))), None)

    assert len(said) < 65_536
    assert "- … and 460 more" in said


def test_a_comparison_without_changes_says_so():
    assert "No case changed." in markdown_report(run(*FOUR), compare(run(*FOUR, id="r1"), run(*FOUR)))


# --- why a case failed ---


@pytest.mark.parametrize(
    ("failed", "why"),
    [
        (result("a"), None),
        (result("a", right=False, retrieved=("x",)), "Search: no expected document was found."),
        (FOUR[2], "Gate: refused, though an expected document was found at place 2."),
        (
            result("a", right=False, citations=()),
            "Reading: the answer was taken from elsewhere, though an expected document was found at place 2.",
        ),
        (FOUR[1], "Reading: the right document is cited, but not the words that answer."),
    ],
)
def test_the_step_that_failed_is_told_from_the_documents(failed, why):
    assert where_it_failed(failed) == why
