"""The controls that limit what a page shows; what they are set to is in the address, so that a link shows the same."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager

import streamlit as st

from ui import address, session
from ui.words import say
from vectorstore import plain

DROPS = ("page", "row")
"""What in the address means nothing any more when a control is set otherwise."""


def row() -> AbstractContextManager[object]:
    """Where the controls of a page stand, beside each other."""
    return st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small")


def search(width: int) -> str:
    """A field for words, and the words in it; its width in pixels."""
    language = session.language()
    st.text_input(
        say(language, "filter_words"),
        type="search",
        placeholder=say(language, "filter_hint"),
        width=width,
        **address.bound("words", drops=DROPS),
    )
    return address.value("words")


def choose(name: str, shown: Mapping[str, str], width: int) -> str:
    """A choice of one value or all, and what is chosen, empty for all; nothing is there where there are no values.

    Args:
        name: Of the value in the address and of the words above the control.
        shown: By value, how it is shown.
        width: In pixels.
    """
    if not shown:
        return ""
    language, keys = session.language(), ["", *shown]
    st.selectbox(
        say(language, f"filter_{name}"),
        keys,
        format_func=lambda key: plain(shown[key]) if key else say(language, "all"),
        width=width,
        **address.bound(name, keys, drops=DROPS),
    )
    return address.one_of(name, keys)
