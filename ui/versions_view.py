"""Shows that a document was another one before, and lets a reader go back to what it said then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import streamlit as st

from ui import session
from ui.dates import moment
from ui.escape import show
from ui.words import say
from vectorstore import element, plain

if TYPE_CHECKING:
    from vectorstore import FormerVersion


def show_versions(versions: Sequence[FormerVersion], shown: int | None) -> None:
    """The choice between a document as it is and its former versions, and a word where a former one is shown."""
    language = session.language()
    until = {
        version.number: say(language, "until", when=moment(datetime.fromisoformat(version.replaced), language))
        for version in versions
    }
    numbers = [0, *until]
    st.session_state["version"] = shown if shown in until else 0
    st.selectbox(
        say(language, "versions", count=len(versions)),
        numbers,
        format_func=lambda number: plain(until[number]) if number else say(language, "as_it_is"),
        key="version",
        on_change=_turn,
    )
    if shown in until:
        show(element("p", say(language, "former"), class_="sanad-panel", role="status"))


def _turn() -> None:
    session.turn_back_to(st.session_state["version"] or None)
