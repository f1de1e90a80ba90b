import ast
from pathlib import Path

import pytest

import ui
from ui.escape import label, show

UI = Path(ui.__file__).parent


def test_text_that_was_not_escaped_is_refused():
    with pytest.raises(TypeError):
        show("<p>plain</p>")  # type: ignore[arg-type]


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
