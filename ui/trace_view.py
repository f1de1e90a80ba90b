"""Shows how an answer was found, for those who want to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import session
from ui.escape import show
from ui.trace import trace_html
from ui.words import say

if TYPE_CHECKING:
    from assistant import Answer


def show_trace(answer: Answer, number: int) -> None:
    """The part of an answer that unfolds; `number` is the place of its exchange in the conversation."""
    if answer.trace is None:
        return
    language = session.language()
    with st.container(key=f"trace_{number}"), st.expander(say(language, "how_found")):
        show(trace_html(answer, answer.trace, language))
