"""What others wrote on its way into Streamlit: shown letter by letter in labels, and as escaped markup on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from vectorstore import Html, plain

_JOINER = "\u2060"
"""Takes no room; between two signs it keeps Streamlit from reading a link, an emoji or an icon into them."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$&\"'/=^%])")
_OPENS_A_LINK = re.compile(r"(?<=:)|(?=@)|(?<=www)(?=\\?\.)", re.IGNORECASE)


_FIRST_STRONG, _POP = "\u2068", "\u2069"
"""What isolates a text whose first letter says which way it is written, and what ends it (Unicode Bidirectional Algorithm, 2.5)."""


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
