"""Shows sources one under the other: where each is from, which opens it, and its exact words in their own language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from ui import render
from ui.escape import labels, show
from ui.words import direction
from vectorstore import element

if TYPE_CHECKING:
    from assistant import Citation


def show_source_row(
    citation: Citation, key: str, language: str, open_it: Callable[[], None], *, quoted: bool, numbered: bool
) -> None:
    """One source; a click anywhere on it opens it.

    Args:
        citation: The source.
        key: Of the button.
        language: Of the words that are ours.
        open_it: What a click does.
        quoted: Whether its words are shown.
        numbered: Whether its number is shown.
    """
    with st.container(key=f"row_{key}", gap=None):
        line = labels(render.source_parts(citation, language))
        st.button(
            f"**{citation.number}**  {line}" if numbered else line,
            key=key,
            type="tertiary",
            width="stretch",
            on_click=open_it,
        )
        if quoted:
            words = element(
                "q", render.shortened(citation.quote), lang=citation.language, dir=direction(citation.language)
            )
            show(element("p", words, class_="sanad-words", dir=direction(citation.language)))
