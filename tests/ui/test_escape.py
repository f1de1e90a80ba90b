import ast
from pathlib import Path

import pytest

import ui
from ui.escape import Html, element, joined, label, plain, show

UI = Path(ui.__file__).parent


def test_every_plain_string_is_escaped_and_markup_of_ours_is_kept():
    made = element("p", "<b>", element("mark", 'a & "b"'), title='"><script>', dir=None)

    assert made == '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;<mark>a &amp; &quot;b&quot;</mark></p>'


def test_joined_text_is_no_way_around_the_escaper():
    assert joined(["<i>", Html("<br>")]) == "&lt;i&gt;<br>"


def test_text_that_was_not_escaped_is_refused():
    with pytest.raises(TypeError):
        show("<p>plain</p>")  # type: ignore[arg-type]


def test_signs_that_turn_text_around_and_controls_are_dropped():
    assert plain("a\u202egpj.exe\x00\x07\nb\ud800") == "agpj.exe\nb"


@pytest.mark.parametrize(
    "text",
    ["![x](http://h/x.png)", "[a][r]", "<http://h>", "**b**", "`c`", "$x$", "~s~", "# h", "- i", "a|b", "&lt;", "\\"],
)
def test_a_label_has_every_sign_of_markdown_escaped(text):
    for place, sign in enumerate(shown := label(text)):
        if sign in "\\`*_{}[]()#+-.!|<>~$&" and (place == 0 or shown[place - 1] != "\\"):
            assert sign == "\\"
            assert place + 1 < len(shown)


@pytest.mark.parametrize(
    "text", ["http://h", "https://h", "www.h.example", "a@h.example", ":smile:", ":material/home:", ":red[x]"]
)
def test_a_label_holds_nothing_that_is_made_into_a_link_an_emoji_or_an_icon(text):
    shown = label(text).replace("\\", "")

    assert text not in shown
    assert shown.replace("\u2060", "") == text


def test_markup_goes_to_the_page_through_the_escaper_alone():
    found = []
    for path in UI.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in ("html", "iframe", "write", "markdown")
                and getattr(node.value, "id", "") == "st"
            ):
                found.append((path.name, node.attr))
            if isinstance(node, ast.keyword) and node.arg in ("unsafe_allow_html", "unsafe_allow_javascript"):
                found.append((path.name, node.arg))
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Html":
                found.append((path.name, "Html"))

    assert {name for name, _ in found} == {"escape.py"}


def test_scripts_of_ours_never_read_text_as_markup():
    for path in UI.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not any(
            way in text for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
        )
