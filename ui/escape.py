"""The one way from foreign text to the page: everything that is not written by us is escaped here.

`Html` is markup that is safe to show. It is made by `element` and `joined` alone, which escape every plain string they are given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

_JOINER = "\u2060"
"""Takes no room; between two signs it keeps Streamlit from reading a link, an emoji or an icon into them."""
_TURNS_TEXT_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$&\"'/=^%])")
_OPENS_A_LINK = re.compile(r"(?<=:)|(?=@)|(?<=www)(?=\\?\.)", re.IGNORECASE)
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


_FIRST_STRONG, _POP = "\u2068", "\u2069"
"""What isolates a text whose first letter says which way it is written, and what ends it (Unicode Bidirectional Algorithm, 2.5)."""


def plain(text: str) -> str:
    """Text without characters that are not seen but change what is seen: controls and turns of direction."""
    return "".join(
        character
        for character in text
        if character in "\n\t"
        or (character not in _TURNS_TEXT_AROUND and unicodedata.category(character) not in ("Cc", "Cs"))
    )


def label(text: str) -> str:
    """Foreign text for the label of a button, where Streamlit reads Markdown: shown letter by letter."""
    return _MARKDOWN.sub(r"\\\1", _OPENS_A_LINK.sub(_JOINER, " ".join(plain(text).split())))


def labels(parts: Iterable[str]) -> str:
    """Several texts for one label. Each keeps its own direction, so that an Arabic date does not turn the title before it around."""
    return " · ".join(f"{_FIRST_STRONG}{label(part)}{_POP}" for part in parts)


def show(markup: Html) -> None:
    """Put markup on the page."""
    import streamlit as st

    if not isinstance(markup, Html):
        raise TypeError("only Html is shown; build it with element()")
    if markup:
        st.html(markup)


def show_style(path: Path) -> None:
    """Put a style sheet of ours on the page."""
    import streamlit as st

    st.html(path)
