"""The one way from text that others wrote to markup: everything that is not written by us is escaped here.

What is stored is foreign text, so the page and the reports show it through this. `Html` is markup that is safe to show;
`element` and `joined` alone make it, and escape every plain string they are given.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable

_TURNS_TEXT_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_VOID = frozenset({"br", "hr"})


class Html(str):
    """Markup whose foreign parts are escaped."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str | None) -> Html:
    """An element around its children; `class_` stands for `class`, `aria_label` for `aria-label`.

    Args:
        tag: Its name, written by us.
        children: Text, which is escaped, or `Html`, which is kept.
        attributes: Their values are escaped; None leaves one out.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(plain(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{written}>" if tag in _VOID else f"<{tag}{written}>{joined(children)}</{tag}>")


def joined(children: Iterable[str]) -> Html:
    """Children one after the other, those that are not `Html` escaped."""
    return Html("".join(child if isinstance(child, Html) else html.escape(plain(child)) for child in children))


def plain(text: str) -> str:
    """Text without characters that are not seen but change what is seen: controls and turns of direction."""
    return "".join(
        character
        for character in text
        if character in "\n\t"
        or (character not in _TURNS_TEXT_AROUND and unicodedata.category(character) not in ("Cc", "Cs"))
    )
